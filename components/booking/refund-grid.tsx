import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type RefundStep, refundSteps } from '@/lib/booking/refund-rules';
import { formatCents, formatClock, formatPercent } from '@/lib/i18n/format';
import type { HoldLegView } from '@/lib/inventory/views';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { Quote } from '@/lib/pricing/types';
import { shortDay } from './trip-labels';

interface RefundGridProps {
  readonly legs: readonly HoldLegView[];
  readonly quote: Quote;
  readonly now: Date;
  /** Time zone of the first port: its clock gives the hours. */
  readonly timeZone: string;
  /** True once it is paid, when a day can be cancelled on today. */
  readonly isPaid: boolean;
}

const INKS = ['var(--sea)', 'var(--st2)', 'var(--heat-4)', 'var(--heat-5)', 'var(--line-2)'] as const;

/** The euros that come back by the day of cancelling: as stairs, and in words. */
export function RefundGrid({ legs, quote, now, timeZone, isPaid }: RefundGridProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.refund');
  const steps = refundSteps(
    legs.map((leg) => ({
      departsAt: new Date(leg.departsAt),
      totalCents: quote.legTotals[leg.position] ?? 0,
      refundable: leg.conditions.refundable,
      cancellation: leg.cancellation,
    })),
    now,
  );
  if (steps.length === 0) return null;
  const edge = (at: Date) => {
    const local = isoWithOffset(at, timeZone);
    return t('edge', { day: shortDay(local, locale), time: formatClock(local, locale) });
  };
  const label = (step: RefundStep, index: number) => {
    if (index === steps.length - 1) return index === 0 ? t('anytime') : t('after', { from: edge(step.from) });
    return t('until', { until: edge(step.until) });
  };
  return (
    <>
      <figure className="stack stack--1 refund">
        <Stairs steps={steps} totalCents={quote.totalCents} />
        <figcaption className="sr">{t('caption')}</figcaption>
        <ol className="steps">
          {steps.map((step, index) => (
            <li key={step.from.toISOString()} className={index === 0 ? 'now' : undefined}>
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <rect width="12" height="12" rx="3" fill={inkOf(step, index)} />
              </svg>
              <span>
                {label(step, index)} {index === 0 && isPaid ? <Badge tone="act">{t('today')}</Badge> : null}
              </span>
              <b>{formatCents(step.refundCents, locale)}</b>
            </li>
          ))}
        </ol>
      </figure>
      <p className="xs muted">{t('note', { total: formatCents(quote.totalCents, locale) })}</p>
    </>
  );
}

function inkOf(step: RefundStep, index: number): string {
  if (step.refundCents === 0) return 'var(--line-2)';
  return INKS[Math.min(index, INKS.length - 2)] ?? 'var(--sea)';
}

/** Each step as wide as its turn in the row and as high as its share; widths are not to scale. */
function Stairs({ steps, totalCents }: { steps: readonly RefundStep[]; totalCents: number }) {
  const locale = useLocale() as Locale;
  const width = 520 / steps.length;
  return (
    <svg className="stair" viewBox="0 0 520 176" aria-hidden="true">
      <path d="M0 170h520M0 20h520" stroke="var(--line)" strokeDasharray="2 5" />
      {steps.map((step, index) => {
        const share = totalCents > 0 ? step.refundCents / totalCents : 0;
        const height = Math.max(3, share * 150);
        const inside = share >= 0.25;
        const light = index >= 2 || step.refundCents === 0;
        return (
          <g key={step.from.toISOString()}>
            <rect
              x={index * width}
              y={170 - height}
              width={width - 3}
              height={height}
              rx="2"
              fill={inkOf(step, index)}
            />
            <text
              x={index * width + width / 2}
              y={inside ? 170 - height + 34 : 170 - height - 10}
              fontSize="23"
              fontWeight="600"
              textAnchor="middle"
              fill={inside ? (light ? 'var(--ink)' : 'var(--card)') : 'var(--ink)'}
            >
              {formatPercent(Math.round(share * 100), locale)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
