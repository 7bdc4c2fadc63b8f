import type { SystemBooking } from '@/lib/booking/views';
import { formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { cabinName } from '@/lib/i18n/quote-lines';
import { translator } from '@/lib/i18n/translator';
import { daysBetween, isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { SailingForSale } from '@/lib/sailings/types';
import { qrPath } from './qr-path';
import { signTicket } from './ticket-code';

/** One panel: one passenger on one leg. */
export interface TicketPanel {
  readonly direction: string;
  readonly operator: string;
  readonly ship: string;
  readonly from: { readonly port: string; readonly time: string; readonly day: string };
  readonly to: { readonly port: string; readonly time: string; readonly day: string; readonly later: string };
  readonly duration: string;
  readonly passenger: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly qr: { readonly size: number; readonly path: string };
}

export interface TicketContent {
  readonly locale: Locale;
  readonly title: string;
  readonly reference: string;
  readonly lead: string;
  readonly panels: readonly TicketPanel[];
  readonly bring: { readonly title: string; readonly points: readonly string[] };
}

/** The tickets of a confirmed trip, one panel per passenger and leg, legs in order. */
export function ticketContent(
  booking: SystemBooking,
  sailings: readonly SailingForSale[],
  locale: Locale,
): TicketContent {
  const t = translator(locale, 'documents');
  const panels = booking.legs.flatMap((leg) => {
    const sailing = sailings.find((each) => each.id === leg.sailingId);
    if (!sailing) return [];
    return booking.passengers.map((passenger) => panelOf(booking, leg, sailing, passenger, locale));
  });
  const abroad = booking.legs.some((leg) => leg.from.slice(0, 2) !== leg.to.slice(0, 2));
  const points = [
    t(abroad ? 'bring.passport' : 'bring.identity'),
    t('bring.ticket'),
    ...(booking.vehicles.length > 0 ? [t('bring.vehicle')] : []),
    ...(booking.passengers.some((passenger) => passenger.type !== 'adult') ? [t('bring.minors')] : []),
    ...(booking.pets > 0 ? [t('bring.pets')] : []),
  ];
  return {
    locale,
    title: t('ticket.title'),
    reference: booking.reference,
    lead: t('ticket.lead'),
    panels,
    bring: { title: t('bring.title'), points },
  };
}

type Leg = SystemBooking['legs'][number];
type Passenger = SystemBooking['passengers'][number];

function panelOf(
  booking: SystemBooking,
  leg: Leg,
  sailing: SailingForSale,
  passenger: Passenger,
  locale: Locale,
): TicketPanel {
  const t = translator(locale, 'documents');
  const vehicle = booking.vehicles
    .map((each) => [each.make, each.model, each.plate].filter(Boolean).join(' '))
    .join(', ');
  const cabins = leg.selection.cabins
    .map((cabin) => `${cabin.quantity} × ${cabinName(cabin.code, locale)}`)
    .join(', ');
  const nights = daysBetween(leg.departsAt.slice(0, 10), leg.arrivesAt.slice(0, 10));
  const minutes =
    booking.vehicles.length > 0 ? sailing.checkInVehicleMinutes : sailing.checkInPassengerMinutes;
  const checkIn = isoWithOffset(
    new Date(sailing.departsAt.getTime() - minutes * 60_000),
    sailing.from.timeZone,
  );
  const optional = (label: string, value: string | null): [string, string][] =>
    value ? [[t(`ticket.${label}`), value]] : [];
  return {
    direction: t(leg.position === 0 ? 'ticket.outbound' : 'ticket.inbound'),
    operator: leg.operator.name,
    ship: leg.ship.name,
    from: {
      port: sailing.from.names[locale],
      time: formatTime(leg.departsAt),
      day: formatDay(leg.departsAt, locale),
    },
    to: {
      port: sailing.to.names[locale],
      time: formatTime(leg.arrivesAt),
      day: formatDay(leg.arrivesAt, locale),
      later: nights > 0 ? t('ticket.later', { days: nights }) : '',
    },
    duration: formatDuration(leg.durationMinutes, locale),
    passenger: `${passenger.givenName} ${passenger.familyName}`,
    facts: [
      [t('ticket.type'), t(`ticket.${passenger.type}`)],
      [t('ticket.fare'), t(`ticket.family.${leg.fareFamily}`)],
      [t('ticket.checkIn'), formatTime(checkIn)],
      [t('ticket.terminal'), sailing.terminal[locale]],
      ...optional('vehicle', vehicle),
      ...optional('cabin', cabins),
      [t('ticket.reference'), booking.reference],
      ...optional('operatorReference', leg.operatorReference),
    ],
    qr: qrPath(
      signTicket({
        reference: booking.reference,
        passenger: passenger.position,
        leg: leg.position,
        sailingId: leg.sailingId,
        departureDay: leg.departureDay,
      }),
    ),
  };
}
