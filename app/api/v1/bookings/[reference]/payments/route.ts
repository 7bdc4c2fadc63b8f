import { startPayment } from '@/lib/payments/start-payment';
import { door } from '@/lib/platform/api/door';
import { bookingParams } from '../../../_shapes/params';
import { PAYMENT_REFUSALS } from '../../../_shapes/refusals';

/** Opens the hosted checkout page for the stored amount; the same page again while it is open. */
export const POST = door(
  { operation: 'start-payment', params: bookingParams, bearer: true, statuses: PAYMENT_REFUSALS },
  async ({ ctx, params }) => {
    const result = await startPayment(ctx, params.reference);
    if (!result.ok) return { refusal: result.refusal };
    return { status: 201, body: { checkoutUrl: result.value.checkoutUrl } };
  },
);
