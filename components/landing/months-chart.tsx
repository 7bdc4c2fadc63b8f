import { formatCents, formatMonth } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { priceSpan } from '@/lib/sailings/month-price-rules';
import type { MonthPrice } from '@/lib/sailings/types';

interface MonthsChartProps {
  readonly months: readonly MonthPrice[];
  readonly locale: Locale;
  readonly label: string;
  readonly texts: { readonly none: string; readonly lowest: string; readonly highest: string };
  readonly hrefOf: (month: MonthPrice) => string;
}

/** Twelve bars, the lowest price of each month under its height; each leads to the days of the month. */
export function MonthsChart({ months, locale, label, texts, hrefOf }: MonthsChartProps) {
  const span = priceSpan(months);
  const [low, high] = [span?.low.totalCents ?? 0, span?.high.totalCents ?? 0];
  return (
    <section className="scroll" aria-label={label}>
      <ul className="months">
        {months.map((each) => {
          const cents = each.totalCents;
          const name = formatMonth(each.month, locale);
          const rank = cents === low ? 'lo' : cents === high ? 'hi' : undefined;
          return (
            <li key={each.month} className={rank}>
              {cents === null ? (
                <span className="sr">
                  {name}, {texts.none}
                </span>
              ) : (
                <a href={hrefOf(each)}>
                  <b>{formatCents(cents, locale, { whole: true })}</b>
                  <Bar share={high > low ? (cents - low) / (high - low) : 0} />
                  <span aria-hidden="true">{formatMonth(each.month, locale, 'short')}</span>
                  <span className="sr">
                    {name}
                    {rank && `, ${rank === 'lo' ? texts.lowest : texts.highest}`}
                  </span>
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A bar from a third of the height for the lowest price to all of it for the highest. */
function Bar({ share }: { readonly share: number }) {
  const height = Math.round(34 + 66 * share);
  return (
    <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M0 100V${100 - height}h10v${height}z`} />
    </svg>
  );
}
