import { onEvent } from '@/inngest/define';
import { confirmWithOperators, finishConfirmation } from '@/lib/payments/confirm-booking';
import { refuseBooking } from '@/lib/payments/refuse-booking';

/** The saga of a paid booking: operators, then ours; or everything back and the money too. */
export const confirmBookingJob = onEvent(
  'payments/payment.paid',
  { id: 'confirm-booking', once: 'paymentId', retries: 20 },
  async ({ data, step, context }) => {
    const { bookingId } = data;
    const asked = await step.run('confirm-with-operators', () => confirmWithOperators(context(), bookingId));
    if (asked === 'refused')
      await step.run('refuse', () => refuseBooking(context(), bookingId, 'operator-refused'));
    if (asked === 'go-on') await step.run('finish', () => finishConfirmation(context(), bookingId));
  },
);
