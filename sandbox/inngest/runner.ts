import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type CallBody, callFunction, type Outcome } from './call';
import { applyOutcome } from './outcome';
import type { FunctionConfig, StepResult, StoredEvent } from './protocol';
import { claimJobs, type Job, LEASE_MS, renewLeases, returnJobs } from './queue';
import { DISCOVERY } from './runs';
import { type Database, transact } from './tables';

const MAX_IN_FLIGHT = 24;
const POLL_MS = 250;
const SAVE_RETRY_MS = 300;

export type Runner = {
  /** There may be something to do now. */
  readonly wake: () => void;
  /** Takes no more jobs, waits a moment for those under way and gives the rest back. */
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly sql: Database;
  /** Where the app is; functions are called at their registered path there. */
  readonly appUrl: string;
  readonly now: () => number;
  readonly onUnreachable: () => void;
};

/** Executes jobs as they fall due, up to 24 at once. */
export function startRunner(options: Options): Runner {
  const inFlight = new Map<string, Promise<void>>();
  let stopped = false;
  let signal = Promise.withResolvers<void>();

  const wake = (): void => signal.resolve();
  const start = (job: Job): void => {
    const work = execute(options, job, () => stopped).finally(() => {
      inFlight.delete(job.lease);
      wake();
    });
    inFlight.set(job.lease, work);
  };
  const claimLoop = async (): Promise<void> => {
    while (!stopped) {
      signal = Promise.withResolvers<void>();
      const free = MAX_IN_FLIGHT - inFlight.size;
      const jobs = free > 0 ? await claimJobs(options.sql, free).catch(() => []) : [];
      for (const job of jobs) start(job);
      if (jobs.length === 0) await Promise.race([signal.promise, sleep(POLL_MS)]);
    }
  };
  const heartbeat = setInterval(() => {
    if (inFlight.size > 0) renewLeases(options.sql, [...inFlight.keys()]).catch(() => undefined);
  }, LEASE_MS / 4);
  const looping = claimLoop();

  return {
    wake,
    stop: async () => {
      stopped = true;
      wake();
      await looping;
      await Promise.race([Promise.all(inFlight.values()), sleep(2_000)]);
      clearInterval(heartbeat);
      await returnJobs(options.sql, [...inFlight.keys()]).catch(() => undefined);
    },
  };
}

/** One call of the function, and its outcome saved: while the database is away, the outcome is kept and tried. */
async function execute(options: Options, job: Job, stopped: () => boolean): Promise<void> {
  const call = await loadCall(options, job).catch(() => undefined);
  if (!call) return;
  let outcome = await callFunction(call.url, call.body, options.now);
  if (outcome.kind === 'unreachable') options.onUnreachable();
  for (let tries = 0; ; tries += 1) {
    try {
      await transact(options.sql, (tx) => applyOutcome(tx, job, outcome, options.now()));
      return;
    } catch (error) {
      if (stopped()) return;
      if (tries === 0) console.error(`jobs: the outcome of run ${job.runId} waits to be saved: ${error}`);
      if (isUnstorable(error)) outcome = unstorable(error);
      await sleep(SAVE_RETRY_MS);
    }
  }
}

/** Class 22: the data itself cannot be stored (a NUL character, say), so trying again would go on for ever. */
function isUnstorable(error: unknown): error is postgres.PostgresError {
  return error instanceof postgres.PostgresError && error.code.startsWith('22');
}

function unstorable(error: Error): Outcome {
  const message = `The result cannot be stored: ${error.message}`;
  return { kind: 'failed', error: { name: 'DataError', message }, retriable: false, retryAt: undefined };
}

async function loadCall(options: Options, job: Job): Promise<{ url: URL; body: CallBody } | undefined> {
  const { sql } = options;
  const [run] = await sql<
    { event: StoredEvent; maxAttempts: number; parallel: boolean; config: FunctionConfig | null }[]
  >`
    update runs set attempts = ${job.attempt + 1} from runs r left join functions f on f.id = r.function_id
    where runs.id = ${job.runId} and r.id = runs.id
    returning r.event, r.max_attempts as "maxAttempts", r.parallel, f.config`;
  if (!run) return undefined;
  const steps = await sql<{ id: string; result: StepResult }[]>`
    select id, result from steps where run_id = ${job.runId} and position is not null order by position`;
  const stack = steps.map((step) => step.id);
  return {
    url: callUrl(options.appUrl, run.config, job.stepId),
    body: {
      event: run.event,
      events: [run.event],
      steps: Object.fromEntries(steps.map((step) => [step.id, step.result])),
      ctx: {
        run_id: job.runId,
        attempt: job.attempt,
        max_attempts: run.maxAttempts,
        disable_immediate_execution: run.parallel || job.stepId !== DISCOVERY,
        use_api: false,
        stack: { stack, current: stack.length },
      },
    },
  };
}

/**
 * The registered address on the app's own origin: behind its server the SDK guesses scheme and host wrong.
 * A function that is gone is asked for all the same; the SDK's answer says so better than we could.
 */
function callUrl(appUrl: string, config: FunctionConfig | null, stepId: string): URL {
  const registered = new URL(config?.steps.step.runtime.url ?? `${appUrl}/api/inngest`);
  const url = new URL(`${registered.pathname}${registered.search}`, appUrl);
  url.searchParams.set('stepId', stepId);
  return url;
}
