import { everyMinute } from '@/inngest/define';
import { repairStuck } from '@/lib/payments/repair-stuck';

/** Three times a minute: a crash must not keep a paid traveller waiting for more than one (issue 2 §9). */
export const repairStuckJob = everyMinute('repair-stuck', async ({ step, context }) => {
  await step.run('first', () => repairStuck(context()));
  await step.sleep('until-second', '20s');
  await step.run('second', () => repairStuck(context()));
  await step.sleep('until-third', '20s');
  await step.run('third', () => repairStuck(context()));
});
