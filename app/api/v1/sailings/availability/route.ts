import { availabilitySnapshot } from '@/lib/inventory/live-availability';
import { door } from '@/lib/platform/api/door';
import { clientAddress } from '@/lib/platform/client-address';
import { limit, limitHeaders } from '@/lib/platform/rate-limit';
import { shareFresh } from '@/lib/platform/share-fresh';
import { availabilityQuery } from '../../_shapes/availability';

/** Many ask the same at once, when the live channel has told them to: they share what is read after they asked. */
const share = shareFresh<Awaited<ReturnType<typeof availabilitySnapshot>>>();

/**
 * What is left of all sailings of some routes on some days, read now: what a page of the live channel asks for when it
 * may have missed something. Nobody keeps it: an old one would hide what was missed.
 */
export const GET = door(
  { operation: 'sailings-availability', query: availabilityQuery },
  async ({ ctx, query, request }) => {
    const verdict = await limit({ name: 'availability', key: clientAddress(request.headers) });
    const headers = { ...limitHeaders(verdict), 'cache-control': 'no-store' };
    if (!verdict.allowed) {
      return { refusal: { code: 'too-many-requests', params: { seconds: verdict.retryAfter } }, headers };
    }
    const { rooms, sailings } = await share(`${query.routes} ${query.dates}`, () =>
      availabilitySnapshot(ctx, query),
    );
    return { status: 200, body: { data: sailings, rooms }, headers };
  },
);
