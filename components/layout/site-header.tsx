import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LOCALES, type Locale, type Localized } from '@/lib/kernel/locale';
import { Logo } from './logo';

const NAMES: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English', it: 'Italiano' };

interface HeaderProps {
  /** Address of this page without its language, with a leading slash: the other languages link to it. */
  readonly path?: string;
  /** Addresses of this page where they differ by more than the language. */
  readonly paths?: Localized;
  readonly current?: 'search' | 'network' | 'trips';
}

/** Wordmark, the pages there are, and the same page in the other languages. Works without a script. */
export function SiteHeader({ path = '', paths, current }: HeaderProps) {
  const t = useTranslations('site');
  const locale = useLocale() as Locale;
  return (
    <>
      <a className="skip" href="#contenu">
        {t('skip')}
      </a>
      <header className="wrap">
        <nav className="nav" aria-label={t('nav.label')}>
          <a className="nav__home" href={`/${locale}`} aria-label={t('nav.home')}>
            <Logo />
          </a>
          <div className="nav__links">
            <a href={`/${locale}`} aria-current={current === 'search' ? 'page' : undefined}>
              {t('nav.search')}
            </a>
            <a href={`/${locale}/routes`} aria-current={current === 'network' ? 'page' : undefined}>
              {t('nav.network')}
            </a>
            <a href={`/${locale}/bookings`} aria-current={current === 'trips' ? 'page' : undefined}>
              {t('nav.trips')}
            </a>
          </div>
          <a className="nav__act nav__act--m" href={`/${locale}/bookings`} aria-label={t('nav.trips')}>
            <Icon name="ticket" />
          </a>
          <details className="langs">
            <summary className="nav__act">
              <b>{locale.toUpperCase()}</b>
              <i className="sr">{t('nav.language', { name: NAMES[locale] })}</i>
              <Icon name="chevron-down" className="i--s" />
            </summary>
            <ul className="langs__list">
              {LOCALES.map((each) => (
                <li key={each}>
                  <a
                    href={paths?.[each] ?? `/${each}${path}`}
                    hrefLang={each}
                    lang={each}
                    aria-current={each === locale ? 'true' : undefined}
                  >
                    {NAMES[each]}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </nav>
      </header>
    </>
  );
}
