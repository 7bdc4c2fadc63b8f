import { getBooking } from '@/lib/booking/queries';
import { door } from '@/lib/platform/api/door';
import { bookingParams } from '../../../_shapes/params';

/** Where a booking stands, for pages and programs that wait. */
export const GET = door(
  { operation: 'booking-status', params: bookingParams, bearer: true },
  async ({ ctx, params }) => {
    const booking = await getBooking(ctx, params.reference);
    if (!booking) return { refusal: { code: 'not-found' } };
    const { reference, status, statusReason: reason } = booking;
    return { status: 200, body: { reference, status, reason } };
  },
);
