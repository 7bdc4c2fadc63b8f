import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BookingView } from '@/lib/booking/views';
import { formatClock } from '@/lib/i18n/format';
import { cabinName } from '@/lib/i18n/quote-lines';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import { isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { checkInClosesAt } from '@/lib/network/check-in-rules';
import { countByType } from '@/lib/pricing/party-rules';
import { PASSENGER_TYPES } from '@/lib/pricing/types';
import { LegCrossing } from './leg-crossing';
import type { PortNames } from './trip-labels';

interface BookingTicketProps {
  readonly booking: BookingView;
  readonly position: number;
  readonly ports: PortNames;
  readonly timeZone: string;
  /** The trip does not take place as it stands: this is no ticket. */
  readonly isOff?: boolean;
  /** The part that is torn off, with the codes to board; absent until there are any. */
  readonly stub?: ReactNode;
}

/** One crossing of a booking as a ticket. */
export function BookingTicket({ booking, position, ports, timeZone, isOff, stub }: BookingTicketProps) {
  const t = useTranslations('trip.ticket');
  const names = useTranslations('legs');
  const leg = booking.legs[position];
  if (!leg) return null;
  const place = names(legPlace(booking.legs, position));
  return (
    <article
      className={`card tick${stub ? ' tick--qr' : ''}${isOff ? ' tick--off' : ''}`}
      aria-label={t(stub ? 'label' : 'crossing', { leg: place })}
    >
      <div className="tick__a">
        <LegCrossing legs={booking.legs} position={position} ports={ports} />
        <TicketFacts booking={booking} leg={leg} timeZone={timeZone} isOff={isOff} />
      </div>
      {stub ? (
        <>
          <div className="perf" />
          <div className="tick__b">{stub}</div>
        </>
      ) : null}
    </article>
  );
}

function TicketFacts(props: {
  booking: BookingView;
  leg: BookingView['legs'][number];
  timeZone: string;
  isOff?: boolean | undefined;
}) {
  const { booking, leg, timeZone, isOff } = props;
  const locale = useLocale() as Locale;
  const t = useTranslations('trip.ticket');
  const lines = useTranslations('pricing.line');
  const review = useTranslations('booking.review');
  const counts = countByType({ passengers: booking.passengers.map((each) => each.type) });
  const travellers = PASSENGER_TYPES.filter((type) => counts[type] > 0).map(
    (type) =>
      `${counts[type]} ${lines(`fare-${type}`, { quantity: counts[type] }).toLocaleLowerCase(locale)}`,
  );
  const rest = [
    ...leg.selection.cabins.map((each) =>
      each.quantity === 1
        ? cabinName(each.code, locale)
        : `${each.quantity} × ${cabinName(each.code, locale)}`,
    ),
    ...leg.selection.seats.map((each) => review('seats', { count: each.quantity })),
  ];
  const checkIn = isoWithOffset(checkInClosesAt(leg, booking.vehicles.length > 0), timeZone);
  return (
    <dl className="kv">
      <div>
        <dt>{t('travellers')}</dt>
        <dd>{travellers.join(', ')}</dd>
      </div>
      {booking.vehicles.length > 0 ? (
        <div>
          <dt>{t('vehicle', { count: booking.vehicles.length })}</dt>
          <dd>
            {booking.vehicles.map((each) => each.plate ?? `${each.make} ${each.model}`.trim()).join(', ')}
          </dd>
        </div>
      ) : null}
      {rest.length > 0 ? (
        <div>
          <dt>{t('onBoard')}</dt>
          <dd>{rest.join(', ')}</dd>
        </div>
      ) : null}
      {isOff ? null : (
        <div>
          <dt>{t('checkIn')}</dt>
          <dd>{t('before', { time: formatClock(checkIn, locale) })}</dd>
        </div>
      )}
      {leg.operatorReference && !isOff ? (
        <div>
          <dt>{t('operatorReference', { operator: leg.operator.name })}</dt>
          <dd>{leg.operatorReference}</dd>
        </div>
      ) : null}
    </dl>
  );
}
