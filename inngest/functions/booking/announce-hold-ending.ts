import { onEvent } from '@/inngest/define';
import { sendBookingEmail } from '@/lib/notifications/send-booking-email';
import { holdEndingNotice, stillToBePaid } from '@/lib/payments/queries';

/** Ten minutes before an unpaid booking ends, its traveller is told. */
export const announceHoldEnding = onEvent(
  'booking/booking.placed',
  { id: 'announce-hold-ending', once: 'bookingId' },
  async ({ data, step, context }) => {
    const at = await step.run('when', () => holdEndingNotice(data.bookingId));
    if (!at) return;
    await step.sleepUntil('shortly-before', at);
    await step.run('send', async () => {
      const ctx = context();
      if (await stillToBePaid(data.bookingId, ctx.now))
        await sendBookingEmail(ctx, { bookingId: data.bookingId, kind: 'hold-ending' });
    });
  },
);
