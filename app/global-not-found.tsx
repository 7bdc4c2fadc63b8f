import type { Metadata } from 'next';
import { BareFoot } from '@/components/layout/bare-foot';
import { InLanguageOfAddress } from '@/components/layout/in-language-of-address';
import { Logo } from '@/components/layout/logo';
import { NotFoundText } from '@/components/layout/not-found-text';
import { translator } from '@/lib/i18n/translator';
import { LOCALES } from '@/lib/kernel/locale';
import { familjen } from './fonts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/site.css';

export const metadata: Metadata = {
  title: 'Voilà Ferry',
  icons: { icon: { url: '/glyph.svg', type: 'image/svg+xml' } },
};

/** An address that leads nowhere, in all languages: the page is one for the whole site. A script leaves that of the address. */
export default function GlobalNotFound() {
  return (
    <html lang="fr" className={familjen.variable}>
      <body>
        <header className="wrap nav">
          <a className="nav__home" href="/" aria-label="Voilà Ferry">
            <Logo />
          </a>
          {LOCALES.map((locale) => (
            <a key={locale} className="nav__act" href={`/${locale}`} hrefLang={locale} lang={locale}>
              {locale.toUpperCase()}
              <i className="sr">{translator(locale, 'site')('nav.home')}</i>
            </a>
          ))}
        </header>
        <main id="contenu" className="wrap section--s stack stack--3">
          {LOCALES.map((locale) => (
            <section key={locale} lang={locale} className="card stack nowhere">
              <NotFoundText locale={locale} />
            </section>
          ))}
        </main>
        <BareFoot />
        <InLanguageOfAddress className="nowhere" />
      </body>
    </html>
  );
}
