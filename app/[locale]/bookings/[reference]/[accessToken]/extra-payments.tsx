import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import type { TripData } from './trip';

const TONES = { 'on-way': '', back: ' alert--ok', again: ' alert--warn', waiting: ' alert--warn' } as const;

/** Payments that no trip needs, such as a second one: what becomes of each. */
export async function ExtraPayments({ data: { refunds, locale, booking } }: { data: TripData }) {
  const t = await getTranslations('trip.extraPayment');
  return refunds
    .filter((refund) => !refund.endsTrip)
    .map(({ id, state, cents, paidTwice }) => (
      <div key={id} className={`alert${TONES[state]}`}>
        <Icon name={state === 'back' ? 'check' : state === 'on-way' ? 'info' : 'warning'} />
        <div>
          <b>{t(paidTwice ? 'title-paid-twice' : 'title-other')}</b>
          {t(state, { amount: formatCents(cents, locale), email: booking.contact.email })}
        </div>
      </div>
    ));
}
