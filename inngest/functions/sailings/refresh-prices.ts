import { daily, everyMinute, onEvent, type Steps } from '@/inngest/define';
import { logger } from '@/lib/platform/logger';
import { purge } from '@/lib/providers/edge/purge';
import { tagsOfDays } from '@/lib/sailings/page-tag-rules';
import {
  type MovedPrice,
  refreshMovedPrices,
  refreshPrices,
  repairPrices,
} from '@/lib/sailings/refresh-prices';

/** Pages that show a price which has moved are dropped. */
async function dropPages(step: Steps, moved: readonly MovedPrice[]): Promise<void> {
  if (moved.length > 0) await step.run('drop-pages', () => purge(tagsOfDays(moved)));
}

/** What was sold moves the price of a sailing. */
export const refreshPricesJob = onEvent(
  'inventory/sales.changed',
  { id: 'refresh-prices' },
  async ({ data, step, context }) => {
    await dropPages(step, await step.run('refresh', () => refreshPrices(context(), [data.sailingId])));
  },
);

/** So does the coming of a day, at midnight in each port. */
export const refreshMovedPricesJob = everyMinute('refresh-moved-prices', async ({ step, context }) => {
  await dropPages(step, await step.run('refresh', () => refreshMovedPrices(context())));
});

/** What is wrong all the same is found once a day, and said: rows to mend mean that somebody changed a tariff in silence. */
export const repairPricesJob = daily('repair-prices', '40 3 * * *', async ({ step, context }) => {
  const mended = await step.run('repair', () => repairPrices(context()));
  if (mended.length > 0) logger.warn({ mended: mended.length }, 'prices of the read model were mended');
  await dropPages(step, mended);
});
