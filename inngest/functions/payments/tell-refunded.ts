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
      const { bookingId } = data;
      if (refund.endsTrip) await sendBookingEmail(context(), { bookingId, kind: 'refunded' });
      else await sendBookingEmail(context(), { bookingId, kind: 'money-back', about: refund.id, refund });
    });
  },
);
