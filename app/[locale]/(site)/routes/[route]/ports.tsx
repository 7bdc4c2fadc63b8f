import { getTranslations } from 'next-intl/server';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import { slugOf } from '@/lib/seo/slug-rules';
import type { LinePage } from './line';

/** Both ends of the line: how one gets there, and the page of the port. */
export async function Ports({ line, locale }: { readonly line: LinePage; readonly locale: Locale }) {
  const t = await getTranslations('line.ports');
  const prose = translator(locale, 'ports-prose');
  const ends = [
    [line.from, 'from'],
    [line.to, 'to'],
  ] as const;
  return (
    <section className="stack" aria-labelledby="l-p">
      <h2 id="l-p">{t('title')}</h2>
      <div className="ports">
        {ends.map(([port, end]) => {
          const name = shortName(port, locale);
          const key = `${port.code}.${end === 'from' ? 'access' : 'about'}`;
          return (
            <div key={port.code} className="card port">
              <h3>{t(end, { port: name })}</h3>
              {prose.has(key) && <p className="small">{prose(key)}</p>}
              <a href={`/${locale}/ports/${slugOf(port.names[locale])}`}>{t('more', { port: name })}</a>
            </div>
          );
        })}
      </div>
    </section>
  );
}
