import { everyMinute } from '@/inngest/define';
import { relayOutbox } from '@/lib/events/relay-outbox';

/** Sends what happened where the process that wrote it died before sending it. */
export const relayOutboxJob = everyMinute('relay-outbox', async ({ step, context }) => {
  await step.run('relay', () => relayOutbox(context()));
});
