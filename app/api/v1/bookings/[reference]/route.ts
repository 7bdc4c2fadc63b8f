import { getBooking } from '@/lib/booking/queries';
import { door } from '@/lib/platform/api/door';
import { presentBooking } from '../../_shapes/booking';
import { bookingParams } from '../../_shapes/params';

/** A booking, for whoever holds its access token; 404 alike for a wrong reference and a wrong token. */
export const GET = door(
  { operation: 'get-booking', params: bookingParams, bearer: true },
  async ({ ctx, params }) => {
    const booking = await getBooking(ctx, params.reference);
    if (!booking) return { refusal: { code: 'not-found' } };
    return { status: 200, body: presentBooking(booking, ctx.locale) };
  },
);
