import { onEvent } from '@/inngest/define';
import { issueDocuments } from '@/lib/documents/issue-documents';
import { sendBookingEmail } from '@/lib/notifications/send-booking-email';

/** A confirmed booking gets its invoice and tickets, then the e-mail that carries them. */
export const completeBooking = onEvent(
  'booking/booking.confirmed',
  { id: 'complete-booking', once: 'bookingId', retries: 20 },
  async ({ data, step, context }) => {
    await step.run('issue-documents', () => issueDocuments(context(), data.bookingId));
    await step.run('send-confirmation', () =>
      sendBookingEmail(context(), { bookingId: data.bookingId, kind: 'confirmation' }),
    );
  },
);
