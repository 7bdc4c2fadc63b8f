import { onEvent } from '@/inngest/define';
import { refundPayment } from '@/lib/payments/refund-payment';

/** Money that was to go back goes back. */
export const refundPaymentJob = onEvent(
  'payments/refund.requested',
  { id: 'refund-payment', once: 'refundId', retries: 20 },
  async ({ data, step, context }) => {
    await step.run('refund', () => refundPayment(context(), data.refundId));
  },
);
