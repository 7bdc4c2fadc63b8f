import { randomUUID } from 'node:crypto';
import type { Outcome } from './call';
import { instantMs } from './duration';
import { takeEvents } from './events';
import { evaluate } from './expression';
import { findFunction } from './functions';
import { type Operation, type StepResult, toStepError } from './protocol';
import { finishJob, holdsJob, type Job, type Retry, retryJob } from './queue';
import { completeStep, createRun, endRun, enqueue, lockRun, planStep, type Run } from './runs';
import type { Transaction } from './tables';

const BACKOFF_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];
const UNREACHABLE_MS = 500;

/** Writes down what a call brought and what follows from it. Does nothing where the job is no longer ours. */
export async function applyOutcome(tx: Transaction, job: Job, outcome: Outcome, now: number): Promise<void> {
  const run = await lockRun(tx, job.runId);
  if (!run || !(await holdsJob(tx, job))) return;
  switch (outcome.kind) {
    case 'unreachable':
      return retryJob(tx, job, job.attempt, { delayMs: UNREACHABLE_MS, unanswered: true });
    case 'finished':
      await takeEvents(tx, await endRun(tx, run, 'completed', { data: outcome.data }, now), now);
      return;
    case 'failed':
      return applyFailure(tx, run, job, outcome, now);
    case 'operations':
      return applyOperations(tx, run, job, outcome, now);
  }
}

async function applyFailure(
  tx: Transaction,
  run: Run,
  job: Job,
  outcome: Extract<Outcome, { kind: 'failed' }>,
  now: number,
): Promise<void> {
  if (mayRetry(run, job, outcome.retriable)) return retryJob(tx, job, job.attempt + 1, retryOf(job, outcome));
  await takeEvents(tx, await endRun(tx, run, 'failed', { error: outcome.error }, now), now);
}

const mayRetry = (run: Run, job: Job, retriable: boolean): boolean =>
  retriable && job.attempt + 1 < run.maxAttempts;

function retryOf(job: Job, outcome: { readonly retryAt: number | undefined }): Retry {
  if (outcome.retryAt !== undefined) return { wakeAt: outcome.retryAt };
  return { delayMs: BACKOFF_MS[Math.min(job.attempt, BACKOFF_MS.length - 1)] ?? 30_000 };
}

async function applyOperations(
  tx: Transaction,
  run: Run,
  job: Job,
  outcome: Extract<Outcome, { kind: 'operations' }>,
  now: number,
): Promise<void> {
  const failing = outcome.operations.find((operation) => operation.op === 'StepError');
  if (failing && mayRetry(run, job, outcome.retriable)) {
    return retryJob(tx, job, job.attempt + 1, retryOf(job, outcome));
  }
  if (outcome.operations.length > 1) await tx`update runs set parallel = true where id = ${run.id}`;
  await finishJob(tx, job);
  for (const operation of outcome.operations) {
    try {
      await applyOperation(tx, run, operation, now);
    } catch (error) {
      // What the executor cannot do fails the run with the reason, instead of leaving it waiting for ever.
      if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
      const failure = { name: error.name, message: error.message };
      return takeEvents(tx, await endRun(tx, run, 'failed', { error: failure }, now), now);
    }
  }
}

async function applyOperation(tx: Transaction, run: Run, operation: Operation, now: number): Promise<void> {
  const step = {
    id: operation.id,
    op: operation.op,
    name: operation.displayName ?? operation.name ?? operation.id,
  };
  const options = operation.opts ?? {};
  switch (operation.op) {
    case 'StepRun':
    case 'Step':
      return completeStep(tx, run, step, { data: operation.data ?? null });
    case 'StepError':
    case 'StepFailed':
      return completeStep(tx, run, step, { error: toStepError(operation.error) });
    case 'StepPlanned':
      if (await planStep(tx, run.id, step)) await enqueue(tx, run.id, step.id, run.slots);
      return;
    case 'Sleep':
      await planStep(tx, run.id, {
        ...step,
        dueAt: instantMs(options.duration ?? operation.name ?? '', now),
      });
      return;
    case 'WaitForEvent':
      if (options.if) evaluate(options.if, {});
      await planStep(tx, run.id, {
        ...step,
        dueAt: timeoutOf(options.timeout, now),
        waitEvent: options.event ?? operation.name ?? '',
        waitIf: options.if,
      });
      return;
    case 'InvokeFunction':
      return invoke(tx, run, { ...step, dueAt: timeoutOf(options.timeout, now) }, options, now);
    case 'RunComplete':
      await takeEvents(tx, await endRun(tx, run, 'completed', { data: operation.data }, now), now);
      return;
    default:
      throw new RangeError(`The sandbox does not have the operation ${operation.op}`);
  }
}

const timeoutOf = (text: string | undefined, now: number): number | undefined =>
  text ? instantMs(text, now) : undefined;

async function invoke(
  tx: Transaction,
  run: Run,
  step: { id: string; op: string; name: string; dueAt: number | undefined },
  options: NonNullable<Operation['opts']>,
  now: number,
): Promise<void> {
  if (!(await planStep(tx, run.id, step))) return;
  const config = await findFunction(tx, options.function_id ?? '');
  if (!config) {
    const error = { name: 'Error', message: `No function ${options.function_id} to invoke` };
    return completeStep(tx, run, step, { error } satisfies StepResult);
  }
  const data = options.payload?.data ?? {};
  const event = { id: randomUUID(), name: 'inngest/function.invoked', data, ts: now };
  await createRun(tx, config, event, now, { runId: run.id, stepId: step.id });
}
