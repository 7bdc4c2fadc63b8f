import { daily } from '@/inngest/define';
import { snapshotPrices } from '@/lib/insights/snapshot-prices';
import { logger } from '@/lib/platform/logger';

/** In the early morning, when it is the same day in all ports and nothing of it has left. */
export const snapshotPricesJob = daily('snapshot-prices', '10 4 * * *', async ({ step, context }) => {
  const noted = await step.run('snapshot', () => snapshotPrices(context()));
  logger.info({ noted }, 'prices of the day were noted');
});
