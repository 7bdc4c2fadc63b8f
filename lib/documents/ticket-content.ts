import type { SystemBooking } from '@/lib/booking/views';
import { formatClock, formatDay, formatDuration, formatTime } from '@/lib/i18n/format';
import { cabinName } from '@/lib/i18n/quote-lines';
import { translator } from '@/lib/i18n/translator';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import { daysBetween, isoWithOffset } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import { checkInClosesAt } from '@/lib/network/check-in-rules';
import type { SailingForSale } from '@/lib/sailings/types';
import { thingsToBring } from './bring-rules';
import { qrPath } from './qr-path';
import { signTicket } from './ticket-code';

/** A label and what stands under it. */
export type Fact = readonly [label: string, value: string];

/** One panel: one passenger on one leg. */
export interface TicketPanel {
  readonly id: string;
  readonly direction: string;
  readonly operator: string;
  readonly ship: string;
  readonly from: { readonly port: string; readonly time: string; readonly day: string };
  readonly to: { readonly port: string; readonly time: string; readonly day: string; readonly later: string };
  readonly duration: string;
  readonly passenger: string;
  /** Type and fare: « Adulte · Standard ». */
  readonly kind: string;
  /** When and where to be: what one looks for first. */
  readonly checkIn: readonly [time: Fact, place: Fact];
  readonly facts: readonly Fact[];
  readonly qr: { readonly size: number; readonly path: string };
  /** « Billet 1 sur 6 ». */
  readonly count: string;
}

export interface TicketContent {
  readonly locale: Locale;
  readonly title: string;
  readonly reference: string;
  readonly lead: string;
  readonly panels: readonly TicketPanel[];
  readonly bring: { readonly title: string; readonly points: readonly string[]; readonly note: string };
}

type Leg = SystemBooking['legs'][number];
type Passenger = SystemBooking['passengers'][number];

/** The tickets of a confirmed trip, one panel per passenger and leg, legs in order. */
export function ticketContent(
  booking: SystemBooking,
  sailings: readonly SailingForSale[],
  locale: Locale,
): TicketContent {
  const t = translator(locale, 'documents');
  const count = booking.legs.length * booking.passengers.length;
  const panels = booking.legs.flatMap((leg, legIndex) => {
    const sailing = sailings.find((each) => each.id === leg.sailingId);
    if (!sailing) return [];
    return booking.passengers.map((passenger, index) => ({
      ...panelOf(booking, leg, sailing, passenger, locale),
      count: t('ticket.of', { n: legIndex * booking.passengers.length + index + 1, count }),
    }));
  });
  return {
    locale,
    title: t('ticket.title'),
    reference: booking.reference,
    lead: t('ticket.lead'),
    panels,
    bring: {
      title: t('bring.title'),
      points: thingsToBring(booking).map((thing) => t(`bring.${thing}`)),
      note: t('bring.note'),
    },
  };
}

function panelOf(
  booking: SystemBooking,
  leg: Leg,
  sailing: SailingForSale,
  passenger: Passenger,
  locale: Locale,
): Omit<TicketPanel, 'count'> {
  const t = translator(locale, 'documents');
  const nights = daysBetween(leg.departsAt.slice(0, 10), leg.arrivesAt.slice(0, 10));
  const { position } = passenger;
  return {
    id: `${leg.position}-${position}`,
    direction: translator(locale, 'legs')(legPlace(booking.legs, leg.position)),
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
    kind: `${t(`ticket.${passenger.type}`)} · ${t(`ticket.family.${leg.fareFamily}`)}`,
    checkIn: [
      [t('ticket.checkIn'), checkInTime(booking, leg, sailing, locale)],
      [t('ticket.terminal'), sailing.terminal[locale]],
    ],
    facts: factsOf(booking, leg, locale),
    qr: qrPath(
      signTicket({
        reference: booking.reference,
        passenger: position,
        leg: leg.position,
        sailingId: leg.sailingId,
        departureDay: leg.departureDay,
      }),
    ),
  };
}

/** By when to be there, for whoever comes with a vehicle earlier; with its day where that is the day before. */
function checkInTime(booking: SystemBooking, leg: Leg, sailing: SailingForSale, locale: Locale): string {
  const at = isoWithOffset(checkInClosesAt(sailing, booking.vehicles.length > 0), sailing.from.timeZone);
  const clock = formatClock(at, locale);
  return at.slice(0, 10) === leg.departsAt.slice(0, 10) ? clock : `${clock}, ${formatDay(at, locale)}`;
}

function factsOf(booking: SystemBooking, leg: Leg, locale: Locale): Fact[] {
  const t = translator(locale, 'documents');
  const vehicle = booking.vehicles
    .map((each) => [each.make, each.model, each.plate].filter(Boolean).join(' '))
    .join(', ');
  const cabins = leg.selection.cabins
    .map((cabin) => `${cabin.quantity} × ${cabinName(cabin.code, locale)}`)
    .join(', ');
  const optional = (label: string, value: string | null): Fact[] =>
    value ? [[t(`ticket.${label}`, { operator: leg.operator.name }), value]] : [];
  return [
    ...optional('vehicle', vehicle),
    ...optional('cabin', cabins),
    [t('ticket.reference'), booking.reference],
    ...optional('operatorReference', leg.operatorReference),
  ];
}
