import { onEvent } from '@/inngest/define';
import { sendBookingEmail } from '@/lib/notifications/send-booking-email';
import { failureNotice } from '@/lib/payments/queries';

/** A refused card is told by e-mail unless another one was taken right after; a debit that failed is told in any case. */
export const tellPaymentFailed = onEvent(
  'payments/payment.failed',
  { id: 'tell-payment-failed', retries: 20 },
  async ({ data, step, context }) => {
    await step.sleep('another-card', '20s');
    await step.run('send', async () => {
      const ctx = context();
      const notice = await failureNotice(data.paymentId, ctx.now);
      if (notice) await sendBookingEmail(ctx, { bookingId: data.bookingId, ...notice });
    });
  },
);
