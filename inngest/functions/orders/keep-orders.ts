import { everyMinute, everyTenMinutes, onEvent } from '@/inngest/define';
import { compareOrders } from '@/lib/orders/compare-orders';
import { endOrders } from '@/lib/orders/end-orders';
import { endIdleOrders, renewOrders } from '@/lib/orders/keep-orders';
import { sendManifests } from '@/lib/orders/send-manifests';
import { closeEndedSessions } from '@/lib/payments/close-session';

/** What operators keep for a booking that is over is given back at once. */
export const endOrdersOfExpired = onEvent(
  'booking/booking.expired',
  { id: 'end-orders-of-expired', once: 'bookingId' },
  async ({ data, step, context }) => {
    await step.run('end', () => endOrders(context(), data.bookingId, 'booking-over'));
  },
);
export const endOrdersOfCancelled = onEvent(
  'booking/booking.cancelled',
  { id: 'end-orders-of-cancelled', once: 'bookingId' },
  async ({ data, step, context }) => {
    await step.run('end', () => endOrders(context(), data.bookingId, 'booking-over'));
  },
);

/** The operator of a confirmed booking is told who travels. */
export const sendManifestJob = onEvent(
  'booking/booking.confirmed',
  { id: 'send-manifest', once: 'bookingId', retries: 20 },
  async ({ data, step, context }) => {
    await step.run('send', () => sendManifests(context(), data.bookingId));
  },
);

/** Holds at operators: those of nobody end, those that would end too soon are renewed. */
export const keepOrdersJob = everyMinute('keep-orders', async ({ step, context }) => {
  await step.run('end-idle', () => endIdleOrders(context()));
  await step.run('renew', () => renewOrders(context()));
  await step.run('checkout-pages', () => closeEndedSessions(context()));
});

/** The operators' books and ours are compared, and put right. */
export const compareOrdersJob = everyTenMinutes('compare-orders', async ({ step, context }) => {
  await step.run('compare', () => compareOrders(context()));
});
