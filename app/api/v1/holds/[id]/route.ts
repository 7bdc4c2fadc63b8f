import { getHold } from '@/lib/inventory/queries';
import { releaseHold } from '@/lib/inventory/release-hold';
import { door } from '@/lib/platform/api/door';
import { presentHold } from '../../_shapes/hold';
import { holdParams } from '../../_shapes/params';

/** A hold by its unguessable id. */
export const GET = door({ operation: 'get-hold', params: holdParams }, async ({ ctx, params }) => {
  const hold = await getHold(ctx, params.id);
  if (!hold) return { refusal: { code: 'not-found' } };
  return { status: 200, body: presentHold(hold, ctx.locale) };
});

/** Gives the places back at once. Releasing what is over already is no error. */
export const DELETE = door(
  { operation: 'release-hold', params: holdParams, statuses: { 'unknown-hold': 404, 'already-booked': 409 } },
  async ({ ctx, params }) => {
    const result = await releaseHold(ctx, params.id);
    return result.ok ? { status: 204, body: null } : { refusal: result.refusal };
  },
);
