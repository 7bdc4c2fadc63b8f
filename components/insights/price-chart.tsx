import { useLocale, useTranslations } from 'next-intl';
import { formatCents, formatDay } from '@/lib/i18n/format';
import type { PriceInsight } from '@/lib/insights/types';
import type { Locale } from '@/lib/kernel/locale';
import { chartShape } from './chart-shape';

/** How a price moved, drawn on the server: the shapes stretch, the words do not. */
export function PriceChart({ insight }: { readonly insight: PriceInsight }) {
  const t = useTranslations('insights');
  const locale = useLocale() as Locale;
  const { now, low, high, departureDay, runs } = insight;
  const { line, area, grid, at } = chartShape(insight);
  const euros = (cents: number) => formatCents(cents, locale, { whole: true });
  const first = formatDay(runs[0]?.observedFrom ?? now.day, locale, 'numeric');
  // Where today is the lowest or the highest, its own mark says so.
  const marks = [
    { name: 'low', price: low, above: false },
    { name: 'high', price: high, above: true },
  ].filter(({ price }) => price.day !== now.day);
  return (
    <div className="evo">
      <div className="evo__y xs muted" aria-hidden="true">
        {grid.map((cents) => (
          <span key={cents}>{euros(cents)}</span>
        ))}
      </div>
      <svg
        className="evo__svg"
        role="img"
        aria-label={t('chart', {
          day: formatDay(departureDay, locale, 'numeric'),
          first,
          low: formatCents(low.cents, locale),
          high: formatCents(high.cents, locale),
          now: formatCents(now.cents, locale),
        })}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible" aria-hidden="true">
          <path
            className="evo__grid"
            d={grid.map((_, index) => `M0 ${(index * 100) / (grid.length - 1)}H100`).join('')}
          />
          <path className="evo__area" d={area} />
          <path className="evo__line" d={line} />
          <path className="evo__dot" d={marks.map(({ price }) => dot(at(price))).join('')} />
          <path className="evo__dot evo__dot--in" d={marks.map(({ price }) => dot(at(price))).join('')} />
          <path className="evo__dot evo__dot--now" d={dot(at(now))} />
        </svg>
        {marks.map(({ name, price, above }) => (
          <Label key={name} at={at(price)} above={above} text={euros(price.cents)} />
        ))}
        <Label at={at(now)} above={now.cents > low.cents} text={euros(now.cents)} now />
      </svg>
      <p className="evo__x xs muted" aria-hidden="true">
        <span>{first}</span>
        <span>{t('today')}</span>
      </p>
    </div>
  );
}

interface LabelProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly above: boolean;
  readonly text: string;
  readonly now?: boolean;
}

function Label({ at: { x, y }, above, text, now = false }: LabelProps) {
  return (
    <text
      className={now ? 'evo__t evo__t--now' : 'evo__t'}
      x={`${x}%`}
      y={`${y}%`}
      dy={above ? -12 : 24}
      textAnchor={x < 12 ? 'start' : x > 88 ? 'end' : 'middle'}
    >
      {text}
    </text>
  );
}

/** A stroke of hardly any length has round ends: a dot that stays round however the square is stretched. */
function dot({ x, y }: { readonly x: number; readonly y: number }): string {
  return `M${x} ${y}h.001`;
}
