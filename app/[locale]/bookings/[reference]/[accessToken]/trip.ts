import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import { getBooking } from '@/lib/booking/queries';
import type { BookingView } from '@/lib/booking/views';
import type { Context } from '@/lib/kernel/context';
import { isLocale, type Locale, type Localized } from '@/lib/kernel/locale';
import { listPorts } from '@/lib/network/queries';
import type { Port } from '@/lib/network/types';
import { lastPayment, type PaymentView, type RefundNotice, refundsOf } from '@/lib/payments/queries';
import { bearerContext } from '@/lib/platform/context';
import type { PartyItems } from '@/lib/pricing/types';

export type TripParams = Promise<{ locale: string; reference: string; accessToken: string }>;

/** What the page of a booking reads. */
export interface TripData {
  readonly ctx: Context;
  readonly locale: Locale;
  readonly accessToken: string;
  readonly booking: BookingView;
  readonly payment: PaymentView | null;
  readonly refunds: readonly RefundNotice[];
  readonly ports: ReadonlyMap<string, Port>;
  readonly portNames: ReadonlyMap<string, Localized>;
  /** Time zone of the first port: its clock gives the hours of the page. */
  readonly timeZone: string;
}

/** Opens a booking by reference and key; whatever is wrong with either, there is no such page. */
export async function openTrip(params: TripParams): Promise<TripData> {
  const { locale, reference, accessToken } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const ctx = bearerContext(locale, accessToken);
  const booking = await getBooking(ctx, reference);
  if (!booking) notFound();
  const [payment, refunds, list] = await Promise.all([
    lastPayment(booking.id),
    refundsOf(booking.id),
    listPorts(),
  ]);
  const ports = new Map(list.map((port) => [port.code, port]));
  return {
    ctx,
    locale,
    accessToken,
    booking,
    payment,
    refunds,
    ports,
    portNames: new Map(list.map((port) => [port.code, port.names])),
    timeZone: zoneOf(ports, booking.legs[0]?.from),
  };
}

/** Who travels, as a search counts them: no name of theirs leads anywhere. */
export function partyOf({ passengers, vehicles, pets }: BookingView): PartyItems {
  return { passengers: passengers.map((each) => each.type), vehicles, pets };
}

/** The time zone of a port. */
export function zoneOf(ports: ReadonlyMap<string, Port>, code: string | undefined): string {
  return ports.get(code ?? '')?.timeZone ?? 'Europe/Paris';
}

/** The address of the page, without its query. */
export function tripHref({
  locale,
  booking,
  accessToken,
}: Pick<TripData, 'locale' | 'booking' | 'accessToken'>): string {
  return `/${locale}/bookings/${booking.reference}/${accessToken}`;
}
