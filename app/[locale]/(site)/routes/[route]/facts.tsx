import { formatNumber } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/kernel/locale';

interface FactsProps {
  readonly locale: Locale;
  /** The lowest, in whole euros; null when nothing can be booked. */
  readonly price: string | null;
  readonly hours: string;
  readonly perWeek: { readonly winter: number; readonly summer: number };
  readonly operators: readonly string[];
}

/** A line in four figures: price, duration, how often, who. */
export function Facts({ locale, price, hours, perWeek: { winter, summer }, operators }: FactsProps) {
  const t = translator(locale, 'line.facts');
  const values = { winter: formatNumber(winter, locale), summer: formatNumber(summer, locale) };
  return (
    <dl className="lf">
      {price && <Fact name={t('price')} value={t('from', { price })} />}
      <Fact name={t('duration')} value={hours} />
      {summer > 0 && (
        <Fact name={t('perWeek')} value={t(winter === 0 ? 'perWeekSummer' : 'perWeekValue', values)} />
      )}
      <Fact name={t('operators')} value={operators.join(', ')} />
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
