import { onEvent } from '@/inngest/define';
import { sendBookingEmail } from '@/lib/notifications/send-booking-email';
import { refundNotice } from '@/lib/payments/queries';

/** A refund that was tried for the last time: the traveller is told that the money is still theirs, unless it went back meanwhile. */
export const tellRefundFailed = onEvent(
  'payments/refund.failed',
  { id: 'tell-refund-failed', once: 'refundId', retries: 20 },
  async ({ data, step, context }) => {
    await step.run('send', async () => {
      const refund = await refundNotice(data.refundId);
      if (refund?.state !== 'waiting') return;
      const { bookingId } = data;
      await sendBookingEmail(context(), { bookingId, kind: 'refund-failed', about: refund.id, refund });
    });
  },
);
