import { useLocale, useTranslations } from 'next-intl';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { MINI_ART } from './mini-art';

export interface LineCardProps {
  /** Its search, filled in. */
  readonly href: string;
  /** Its own page. */
  readonly about: string;
  readonly art: string;
  readonly fromName: string;
  readonly toName: string;
  readonly operators: readonly string[];
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** Lowest adult fare there is today, in cents; null when nothing is for sale. */
  readonly lowestCents: number | null;
}

/** One of the great lines: a small poster, who sails it, how long, and the lowest price of today. The whole card leads to its search. */
export function LineCard({
  href,
  about,
  art,
  fromName,
  toName,
  operators,
  minMinutes,
  maxMinutes,
  lowestCents,
}: LineCardProps) {
  const t = useTranslations('home.lines');
  const locale = useLocale() as Locale;
  const min = Math.round(minMinutes / 60);
  const name = `${fromName}\u00a0– ${toName}`;
  const max = Math.round(maxMinutes / 60);
  return (
    <article className="line">
      {MINI_ART[art]}
      <div className="line__txt">
        <h3>
          <a className="line__go" href={href}>
            {name}
          </a>
        </h3>
        <p className="xs muted">{operators.join(', ')}</p>
        <p className="line__ft">
          <span className="xs muted">{min === max ? t('hours', { min }) : t('span', { min, max })}</span>
          {lowestCents !== null && (
            <span>
              <span className="xs muted">{t('from')}</span>{' '}
              <span className="price price--m">{formatCents(lowestCents, locale, { whole: true })}</span>
            </span>
          )}
        </p>
        <a className="line__about" href={about}>
          {t('about')}
          <span className="sr"> {name}</span>
        </a>
      </div>
    </article>
  );
}
