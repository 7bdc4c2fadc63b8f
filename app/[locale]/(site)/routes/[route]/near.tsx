import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/kernel/locale';
import { shortName } from '@/lib/network/port-name-rules';
import type { LinePage } from './line';

/** The way back, and lines that share a port with this one. */
export async function Near({ line, locale }: { readonly line: LinePage; readonly locale: Locale }) {
  const t = await getTranslations('line.near');
  const nameOf = (code: string) => {
    const port = line.network.ports.get(code);
    return port ? shortName(port, locale) : code;
  };
  return (
    <nav className="card card--flat stack" aria-labelledby="l-v">
      <h2 id="l-v" className="rg__h">
        {t('title')}
      </h2>
      <ul className="rg__links">
        {line.back && (
          <li>
            <a href={line.pathOf(line.back)}>
              {t('back', { from: nameOf(line.back.from), to: nameOf(line.back.to) })}
            </a>
          </li>
        )}
        {line.neighbours.map((route) => (
          <li key={route.id}>
            <a href={line.pathOf(route)}>{`${nameOf(route.from)} – ${nameOf(route.to)}`}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
