import { findBooking } from '@/lib/booking/find-booking';
import { getBooking } from '@/lib/booking/queries';
import { door } from '@/lib/platform/api/door';
import { clientAddress } from '@/lib/platform/client-address';
import { bearerContext } from '@/lib/platform/context';
import { limit, limitHeaders } from '@/lib/platform/rate-limit';
import { presentBooking } from '../../../_shapes/booking';
import { lookupParams, lookupQuery } from '../../../_shapes/params';

/** Finds a trip by reference and e-mail: the same 404 for any mismatch, and few tries. */
export const GET = door(
  { operation: 'find-booking', params: lookupParams, query: lookupQuery },
  async ({ ctx, params, query, request }) => {
    const verdicts = await Promise.all([
      limit({ name: 'booking-lookup', key: clientAddress(request.headers) }),
      limit({ name: 'booking-lookup-reference', key: params.reference.trim().toUpperCase() }),
    ]);
    const verdict = verdicts.find((v) => !v.allowed) ?? verdicts[0];
    const headers = limitHeaders(verdict);
    if (!verdict.allowed) {
      return { refusal: { code: 'too-many-requests', params: { seconds: verdict.retryAfter } }, headers };
    }
    const found = await findBooking(ctx, { reference: params.reference, email: query.email });
    const booking =
      found && (await getBooking(bearerContext(ctx.locale, found.accessToken), found.reference));
    if (!booking) return { refusal: { code: 'not-found' }, headers };
    return { status: 200, body: presentBooking(booking, ctx.locale), headers };
  },
);
