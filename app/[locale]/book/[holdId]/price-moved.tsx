import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import { getHold } from '@/lib/inventory/queries';
import { one, type StepData } from './step';

interface PriceMovedProps {
  readonly data: StepData;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}

/** After a hold was placed again: what the trip cost before, where that has changed. */
export async function PriceMoved({ data, query }: PriceMovedProps) {
  const before = one(query.before);
  if (!before.startsWith('hold_')) return null;
  const old = await getHold(data.ctx, before);
  if (!old) return null;
  const t = await getTranslations('booking.again');
  const [from, to] = [old.quote.totalCents, data.hold.quote.totalCents];
  return (
    <div className={from === to ? 'alert alert--ok' : 'alert alert--warn'} role="status">
      <Icon name={from === to ? 'check' : 'info'} />
      <div>
        {from === to
          ? t('same')
          : t('moved', { from: formatCents(from, data.locale), to: formatCents(to, data.locale) })}
      </div>
    </div>
  );
}
