import { useLocale, useTranslations } from 'next-intl';
import { Announcement } from '@/components/ui/announcement';
import { formatCents } from '@/lib/i18n/format';
import type { HoldView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { one } from '../step';

interface PartyChangedProps {
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly hold: Pick<HoldView, 'quote'>;
}

/** After somebody joined, left or changed fares: said aloud with the new total, which the page shows elsewhere. */
export function PartyChanged({ query, hold }: PartyChangedProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.passengers');
  const what = (['added', 'removed', 'retyped'] as const).find((each) => query[each]);
  const number = Number(one(what ? query[what] : undefined));
  if (!what || !Number.isSafeInteger(number)) return null;
  const price = formatCents(hold.quote.totalCents, locale);
  return <Announcement key={one(query.round) || one(query.check)} text={t(what, { number, price })} />;
}
