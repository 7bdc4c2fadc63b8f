import { onEvent } from '@/inngest/define';
import { sendBookingEmail } from '@/lib/notifications/send-booking-email';
import { tripEndedWith } from '@/lib/payments/queries';

/** Once the money of a trip that cannot be kept is on its way back, the traveller is told. */
export const tellRefunded = onEvent(
  'payments/refund.settled',
  { id: 'tell-refunded', once: 'refundId', retries: 20 },
  async ({ data, step, context }) => {
    await step.run('send', async () => {
      if (await tripEndedWith(data.refundId))
        await sendBookingEmail(context(), { bookingId: data.bookingId, kind: 'refunded' });
    });
  },
);
