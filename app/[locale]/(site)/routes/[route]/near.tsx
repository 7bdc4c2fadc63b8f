import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import type { Line } from '@/lib/network/types';
import { linePath } from '@/lib/seo/slug-rules';
import type { LinePage } from './line';

/** The way back, and lines that share a port with this one. */
export async function Near({ line, locale }: { readonly line: LinePage; readonly locale: Locale }) {
  const t = await getTranslations('line.near');
  const names = ({ from, to }: Line) => ({ from: shortName(from, locale), to: shortName(to, locale) });
  return (
    <nav className="card card--flat stack" aria-labelledby="l-v">
      <h2 id="l-v" className="rg__h">
        {t('title')}
      </h2>
      <ul className="rg__links">
        {line.back && (
          <li>
            <a href={linePath(line.back, locale)}>{t('back', names(line.back))}</a>
          </li>
        )}
        {line.neighbours.map((near) => (
          <li key={near.route.id}>
            <a href={linePath(near, locale)}>{`${names(near).from} – ${names(near).to}`}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
