import { everyMinute } from '@/inngest/define';
import { expireBookings } from '@/lib/booking/expire-bookings';
import { expireHolds } from '@/lib/inventory/expire-holds';
import { closeEndedSessions } from '@/lib/payments/close-session';

/** Ends unpaid bookings and holds whose half hour is over, and closes their checkout pages. */
export const expireHoldsJob = everyMinute('expire-holds', async ({ step, context }) => {
  await step.run('bookings', () => expireBookings(context()));
  await step.run('holds', () => expireHolds(context()));
  await step.run('checkout-pages', () => closeEndedSessions(context()));
});
