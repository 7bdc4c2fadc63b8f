import { shortDay } from '@/components/booking/trip-labels';
import { formatCents, formatClock, formatDay } from '@/lib/i18n/format';
import type { Translator } from '@/lib/i18n/translator';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { TripData } from './trip';

/** What the sentences about a booking's state may name: amounts, days and hours, on the clock of the first port. */
export function stateFacts(
  t: Translator,
  { booking, payment, refunds, portNames, locale, timeZone }: TripData,
) {
  const local = (instant: string) => isoWithOffset(new Date(instant), timeZone);
  const moment = (instant: string) =>
    t('moment', { day: shortDay(local(instant), locale), time: formatClock(local(instant), locale) });
  const from = booking.legs[0]?.from ?? '';
  const back = refunds.findLast((each) => each.endsTrip)?.settledAt;
  return {
    total: formatCents(booking.quote.totalCents, locale),
    email: booking.contact.email,
    legs: booking.legs.length,
    until: t('until', {
      time: formatClock(local(booking.expiresAt), locale),
      port: portNames.get(from)?.[locale] ?? from,
    }),
    ended: moment(booking.expiresAt),
    changed: moment(booking.statusChangedAt),
    paid: moment(payment?.paidAt ?? booking.statusChangedAt),
    back: formatDay(local(back ?? booking.statusChangedAt), locale, 'numeric'),
  };
}
