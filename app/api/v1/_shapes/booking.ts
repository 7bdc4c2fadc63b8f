import { z } from 'zod';
import { BOOKING_STATUSES, TITLES } from '@/lib/booking/types';
import type { BookingView, PlacedBooking } from '@/lib/booking/views';
import { REFERENCE_PATTERN } from '@/lib/kernel/ids';
import type { Locale } from '@/lib/kernel/locale';
import { PASSENGER_TYPES } from '@/lib/pricing/types';
import { legShape, presentLeg } from './hold';
import { lineShape, money, moneyShape, presentLine } from './money';

export const referenceShape = z.string().regex(REFERENCE_PATTERN).meta({ example: 'VF-7K2M4QX' });

export const placedBookingShape = z
  .object({
    reference: referenceShape,
    accessToken: z.string().meta({ description: 'The only key to the booking: keep it as a password.' }),
    status: z.enum(BOOKING_STATUSES),
    total: moneyShape,
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'PlacedBooking' });

export const bookingStatusShape = z
  .object({ reference: referenceShape, status: z.enum(BOOKING_STATUSES), reason: z.string().nullable() })
  .meta({ id: 'BookingStatus' });

export const bookingShape = z
  .object({
    reference: referenceShape,
    status: z.enum(BOOKING_STATUSES),
    statusReason: z.string().nullable(),
    locale: z.string(),
    contact: z.object({ email: z.string(), phone: z.string() }),
    total: moneyShape,
    lines: z.array(lineShape),
    legs: z.array(legShape.extend({ operatorReference: z.string().nullable() })),
    passengers: z.array(
      z.object({
        type: z.enum(PASSENGER_TYPES),
        title: z.enum(TITLES),
        givenName: z.string(),
        familyName: z.string(),
        birthDate: z.iso.date(),
      }),
    ),
    vehicles: z.array(
      z.object({
        type: z.string(),
        make: z.string(),
        model: z.string(),
        plate: z.string().nullable(),
        lengthCm: z.int(),
        heightCm: z.int(),
        accessories: z.array(z.string()),
      }),
    ),
    pets: z.int(),
    createdAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }),
    confirmedAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: 'Booking', description: 'Travel documents are never given back.' });

/** What `placeBooking` answers, as the API gives it. */
export function presentPlacedBooking(placed: PlacedBooking): z.output<typeof placedBookingShape> {
  const { reference, accessToken, status, expiresAt } = placed;
  return { reference, accessToken, status, total: money(placed.totalCents), expiresAt };
}

/** A booking as the API gives it to whoever holds its access token. */
export function presentBooking(booking: BookingView, locale: Locale): z.output<typeof bookingShape> {
  return {
    reference: booking.reference,
    status: booking.status,
    statusReason: booking.statusReason,
    locale: booking.locale,
    contact: booking.contact,
    total: money(booking.quote.totalCents),
    lines: booking.quote.lines.map((line) => presentLine(line, locale)),
    legs: booking.legs.map((leg) => ({ ...presentLeg(leg), operatorReference: leg.operatorReference })),
    passengers: booking.passengers.map(({ type, title, givenName, familyName, birthDate }) => ({
      type,
      title,
      givenName,
      familyName,
      birthDate,
    })),
    vehicles: booking.vehicles.map((vehicle) => ({ ...vehicle, accessories: [...vehicle.accessories] })),
    pets: booking.pets,
    createdAt: booking.createdAt,
    expiresAt: booking.expiresAt,
    confirmedAt: booking.confirmedAt,
  };
}
