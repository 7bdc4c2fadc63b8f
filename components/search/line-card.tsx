import { useLocale, useTranslations } from 'next-intl';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { MINI_ART } from './mini-art';

export interface LineCardProps {
  readonly href: string;
  readonly art: string;
  readonly fromName: string;
  readonly toName: string;
  readonly operators: readonly string[];
  readonly minMinutes: number;
  readonly maxMinutes: number;
  /** Lowest adult fare there is today, in cents; null when nothing is for sale. */
  readonly lowestCents: number | null;
}

/** One of the great lines: a small poster, who sails it, how long, and the lowest price of today. */
export function LineCard({
  href,
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
  const max = Math.round(maxMinutes / 60);
  return (
    <a className="line" href={href}>
      {MINI_ART[art]}
      <div className="line__txt">
        <h3>{`${fromName}\u00a0– ${toName}`}</h3>
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
      </div>
    </a>
  );
}
