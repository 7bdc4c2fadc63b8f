import { onEvent } from '@/inngest/define';
import { processPaymentEvent } from '@/lib/payments/process-payment-event';

/** A stored webhook is worked on. */
export const processPaymentEventJob = onEvent(
  'payments/event.received',
  { id: 'process-payment-event', once: 'eventId' },
  async ({ data, step, context }) => {
    await step.run('process', () => processPaymentEvent(context(), data.eventId));
  },
);
