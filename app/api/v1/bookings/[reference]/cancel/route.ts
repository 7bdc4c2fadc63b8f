import { cancelBooking } from '@/lib/booking/cancel-booking';
import { door } from '@/lib/platform/api/door';
import { bookingParams } from '../../../_shapes/params';
import { BOOKING_REFUSALS } from '../../../_shapes/refusals';

/** Before payment: gives the places back. After payment: `not-cancellable-yet`. */
export const POST = door(
  { operation: 'cancel-booking', params: bookingParams, bearer: true, statuses: BOOKING_REFUSALS },
  async ({ ctx, params }) => {
    const result = await cancelBooking(ctx, params.reference);
    if (!result.ok) return { refusal: result.refusal };
    return { status: 200, body: { reference: params.reference, status: 'cancelled', reason: null } };
  },
);
