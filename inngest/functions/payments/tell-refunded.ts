import { onEvent } from '@/inngest/define';
import { sendBookingEmail } from '@/lib/notifications/send-booking-email';
import { refundNotice } from '@/lib/payments/queries';

/** Once money is on its way back the traveller is told why: the trip could not be kept, or it was paid too much. */
export const tellRefunded = onEvent(
  'payments/refund.settled',
  { id: 'tell-refunded', once: 'refundId', retries: 20 },
  async ({ data, step, context }) => {
    await step.run('send', async () => {
      const refund = await refundNotice(data.refundId);
      if (!refund) return;
      const kind = refund.endsTrip ? 'refunded' : 'money-back';
      await sendBookingEmail(context(), { bookingId: data.bookingId, kind, refund });
    });
  },
);
