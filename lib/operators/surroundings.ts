import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { type Caller, callerFor } from './call/caller';

/** What an adapter has from outside: a test gives it another network and another clock. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly caller: Caller;
}

/** The real ones, with a caller of the operator's own. */
export function surroundingsOf(operator: string): Surroundings {
  return { fetch, now, caller: callerFor(operator, { restMs: env.OPERATOR_REST_MS }) };
}
