import { onEvent } from '@/inngest/define';
import { purge } from '@/lib/providers/edge/purge';
import { tagsOfBadges, tagsOfDays } from '@/lib/sailings/page-tag-rules';

/** Pages that show what has changed of a day's sailings are dropped; a run on its last places drops them once in a while. */
export const dropPagesJob = onEvent(
  'inventory/look.changed',
  { id: 'drop-pages', debounce: { key: 'event.data.key', period: '1s', timeout: '3s' } },
  async ({ data, step }) => {
    const changed = { routeId: data.routeId, day: data.departureDay };
    const tags = data.reach === 'day' ? tagsOfDays([changed]) : tagsOfBadges(changed);
    await step.run('drop', () => purge(tags));
  },
);
