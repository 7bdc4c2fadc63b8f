import { Inngest } from 'inngest';
import { logger } from '@/lib/platform/logger';

/**
 * The job engine. The SDK reads its own settings: `INNGEST_DEV=<url>` for an engine without keys, else
 * `INNGEST_EVENT_KEY` and `INNGEST_SIGNING_KEY`, with `INNGEST_BASE_URL` where it is self-hosted.
 */
export const inngest = new Inngest({ id: 'voila-ferry', logger });
