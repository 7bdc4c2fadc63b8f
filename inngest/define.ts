import type { GetStepTools, InngestFunction } from 'inngest';
import { EVENTS, type EventData, type EventName } from '@/lib/events/catalog';
import type { Context } from '@/lib/kernel/context';
import { systemContext } from '@/lib/platform/context';
import { inngest } from './client';

export type Steps = GetStepTools<typeof inngest>;

/** What a job is given. `context()` reads the clock anew: call it inside the step that needs it. */
interface JobTools {
  readonly step: Steps;
  readonly context: () => Context;
}

interface JobOptions {
  readonly id: string;
  /** How often a step is tried again; the engine waits longer each time. */
  readonly retries?: NonNullable<InngestFunction.Options['retries']>;
  /** Of events that come close together, only the last of each key starts it. */
  readonly debounce?: InngestFunction.Options['debounce'];
  /** How many run at once, of each key. */
  readonly concurrency?: InngestFunction.Options['concurrency'];
}

/**
 * A job for each event of one kind. The engine runs it once per event id; `once` names a field of the data (such as
 * `bookingId`) for which it runs once whatever the event. Data that does not parse fails the job at once.
 */
export function onEvent<N extends EventName>(
  name: N,
  options: JobOptions & { readonly once?: keyof EventData<N> & string },
  work: (tools: JobTools & { readonly data: EventData<N> }) => Promise<void>,
): InngestFunction.Any {
  const { id, retries = 10, once, debounce, concurrency } = options;
  return inngest.createFunction(
    {
      id,
      retries,
      triggers: [{ event: name }],
      ...(once && { idempotency: `event.data.${once}` }),
      ...(debounce && { debounce }),
      ...(concurrency && { concurrency }),
    },
    ({ event, step }) =>
      work({
        data: EVENTS[name].parse(event.data) as EventData<N>,
        step: step as Steps,
        context: () => systemContext(id),
      }),
  );
}

/** A job of the minute, never two at once. One that fails is not repeated: the next minute is. */
export function everyMinute(id: string, work: (tools: JobTools) => Promise<void>): InngestFunction.Any {
  return soOften(id, '* * * * *', work);
}

/** The same every two minutes. */
export function everyTwoMinutes(id: string, work: (tools: JobTools) => Promise<void>): InngestFunction.Any {
  return soOften(id, '*/2 * * * *', work);
}

/** The same every ten minutes. */
export function everyTenMinutes(id: string, work: (tools: JobTools) => Promise<void>): InngestFunction.Any {
  return soOften(id, '*/10 * * * *', work);
}

function soOften(id: string, cron: string, work: (tools: JobTools) => Promise<void>): InngestFunction.Any {
  return inngest.createFunction({ id, retries: 0, concurrency: 1, triggers: [{ cron }] }, ({ step }) =>
    work({ step: step as Steps, context: () => systemContext(id) }),
  );
}

/** A job of the day at a time of `cron` (UTC), never two at once. */
export function daily(
  id: string,
  cron: string,
  work: (tools: JobTools) => Promise<void>,
): InngestFunction.Any {
  return inngest.createFunction({ id, retries: 5, concurrency: 1, triggers: [{ cron }] }, ({ step }) =>
    work({ step: step as Steps, context: () => systemContext(id) }),
  );
}
