import { placeHoldInput } from '@/lib/inventory/input';
import { placeHold } from '@/lib/inventory/place-hold';
import { door } from '@/lib/platform/api/door';
import { presentHold } from '../_shapes/hold';
import { HOLD_STATUSES } from '../_shapes/refusals';

/** Keeps the places of a trip for 30 minutes at today's price. */
export const POST = door(
  { operation: 'place-hold', body: placeHoldInput, statuses: HOLD_STATUSES },
  async ({ ctx, body }) => {
    const result = await placeHold(ctx, body);
    if (!result.ok) return { refusal: result.refusal };
    const headers = { location: `/api/v1/holds/${result.value.id}` };
    return { status: 201, body: presentHold(result.value, ctx.locale), headers };
  },
);
