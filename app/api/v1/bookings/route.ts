import { placeBookingInput } from '@/lib/booking/input';
import { placeBooking } from '@/lib/booking/place-booking';
import { door } from '@/lib/platform/api/door';
import { presentPlacedBooking } from '../_shapes/booking';
import { BOOKING_REFUSALS } from '../_shapes/refusals';

/** Makes a booking of a hold: it then awaits payment until the hold ends. */
export const POST = door(
  { operation: 'place-booking', body: placeBookingInput, statuses: BOOKING_REFUSALS },
  async ({ ctx, body }) => {
    const result = await placeBooking(ctx, body);
    if (!result.ok) return { refusal: result.refusal };
    const headers = { location: `/api/v1/bookings/${result.value.reference}` };
    return { status: 201, body: presentPlacedBooking(result.value), headers };
  },
);
