import { everyTwoMinutes, onEvent } from '@/inngest/define';
import { purge } from '@/lib/providers/edge/purge';
import { processDelivery, processWaitingDeliveries } from '@/lib/supply/process-delivery';
import { requestAllSyncs, requestSyncOf } from '@/lib/supply/request-sync';
import { directionsToSync, followDirection } from '@/lib/supply/sync-operator';

/** A look at everything that is older than this is left out: the next one is due. */
const TOO_OLD_MS = 110_000;

/** Every two minutes each followed operator is looked at. */
export const askForSyncs = everyTwoMinutes('ask-for-syncs', async ({ step, context }) => {
  await step.run('ask', () => requestAllSyncs(context()));
  await step.run('waiting-deliveries', () => processWaitingDeliveries(context()));
});

/** A stored webhook is worked on. */
export const processDeliveryJob = onEvent(
  'supply/delivery.received',
  { id: 'process-delivery' },
  async ({ data, step, context }) => {
    await step.run('process', () => processDelivery(context(), data));
  },
);

/** One at a time for each operator, direction by direction. What fails is looked at again two minutes later. */
export const syncOperatorJob = onEvent(
  'supply/sync.due',
  { id: 'sync-operator', retries: 0, concurrency: { limit: 1, key: 'event.data.supplier' } },
  async ({ data, step, context }) => {
    const { supplier, at, only } = data;
    const directions = await step.run('directions', async () => {
      const late = context().now.getTime() - Date.parse(at) > TOO_OLD_MS;
      return late && !only ? [] : await directionsToSync(context(), supplier, only);
    });
    for (const direction of directions) {
      const tags = await step.run(`sync ${direction.routeId}`, () =>
        followDirection(context(), supplier, direction),
      );
      if (tags.length > 0) await step.run(`drop-pages ${direction.routeId}`, () => purge(tags));
    }
  },
);

/** Several at once are one. */
const SOON = { key: 'event.data.sailingId', period: '1s', timeout: '3s' } as const;

/** What we have sold or given back is looked at at once. */
export const syncAfterSale = onEvent(
  'inventory/sales.changed',
  { id: 'sync-after-sale', debounce: SOON },
  async ({ data, step, context }) => {
    await step.run('ask', () => requestSyncOf(context(), data.sailingId));
  },
);

/** So is what an order of ours has changed at the operator. */
export const syncAfterOrder = onEvent(
  'supply/order.changed',
  { id: 'sync-after-order', debounce: SOON },
  async ({ data, step, context }) => {
    await step.run('ask', () => requestSyncOf(context(), data.sailingId));
  },
);
