import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { logger } from '@/lib/platform/logger';
import { isFault, type OperatorAnswer, problem } from '../answer';
import { type CallMetrics, callMetrics } from './metrics';

export interface CallerOptions {
  /** How long one attempt may take. */
  readonly attemptMs?: number;
  /** How long all of it may take: waiting for a place, attempts, pauses. */
  readonly totalMs?: number;
  /** Attempts at most, the first included, where repeating is safe. */
  readonly attempts?: number;
  /** First pause between attempts, of which chance takes or adds a part; it grows to ten times as much. */
  readonly pauseMs?: number;
  /** Calls that read at the same time, and as many that change something; so many more may wait for a place. */
  readonly concurrent?: number;
  readonly waiting?: number;
  /** Faults in a row after which calls fail at once, and for how long, before one is let through to try. */
  readonly threshold?: number;
  readonly restMs?: number;
  readonly metrics?: CallMetrics;
}

/** What is said of an attempt whose answer was lost. */
export type Repeat<T> =
  /** It changes nothing. */
  | 'read'
  /** It carries a key by which the operator knows it again, or it is of a kind that is done once however often asked. */
  | 'keyed'
  /** It must not be made again without looking: null when the earlier one did not happen. */
  | { readonly look: (signal: AbortSignal) => Promise<OperatorAnswer<T> | null> }
  | 'never';

export interface Call<T> {
  /** For the figures: `hold`, `offers`. */
  readonly operation: string;
  readonly repeat: Repeat<T>;
  readonly attempt: (signal: AbortSignal) => Promise<OperatorAnswer<T>>;
}

/** Asks one operator: the only way in which an adapter does. */
export type Caller = <T>(call: Call<T>) => Promise<OperatorAnswer<T>>;

/** A whole search waits for its slowest operator: well under the patience of who searches. */
const DEFAULTS = {
  attemptMs: 6_000,
  totalMs: 20_000,
  attempts: 3,
  pauseMs: 200,
  concurrent: 8,
  waiting: 24,
  threshold: 5,
  restMs: 15_000,
};
const unlucky = handleWhenResult((result) => {
  const answer = result as OperatorAnswer<unknown>;
  return !answer.ok && isFault(answer.problem);
});
const down = handleWhenResult((result) => {
  const answer = result as OperatorAnswer<unknown>;
  return !answer.ok && answer.problem.kind === 'unavailable';
});

/**
 * A caller for one operator, with a time limit, repetition where it is safe, a bulkhead and a circuit breaker of its
 * own, so that one that hangs neither holds up the others nor is asked without end. Only faults (no answer, or none
 * that can be believed) are repeated; a considered no is an answer. The breaker counts silence alone: what is wrong in one
 * listing keeps nobody from confirming.
 */
export function callerFor(operator: string, options: CallerOptions = {}): Caller {
  const { metrics = callMetrics, ...limits } = { ...DEFAULTS, ...options };
  const breaker = circuitBreaker(down, {
    breaker: new ConsecutiveBreaker(limits.threshold),
    halfOpenAfter: limits.restMs,
  });
  breaker.onBreak(() => {
    metrics.circuit(operator, 'open');
    logger.warn({ operator }, 'an operator does not answer: its calls fail at once for a while');
  });
  breaker.onHalfOpen(() => metrics.circuit(operator, 'trying'));
  breaker.onReset(() => {
    metrics.circuit(operator, 'closed');
    logger.info({ operator }, 'an operator answers again');
  });
  // Places of their own: no search, however large, keeps anybody from confirming what is paid.
  const forReading = wrap(bulkhead(limits.concurrent, limits.waiting), breaker);
  const forChanging = wrap(bulkhead(limits.concurrent, limits.waiting), breaker);
  const inTime = timeout(limits.attemptMs, TimeoutStrategy.Aggressive);
  const inAll = timeout(limits.totalMs, TimeoutStrategy.Aggressive);
  const patiently = (repeat: Repeat<unknown>) =>
    retry(unlucky, {
      maxAttempts: repeat === 'never' ? 0 : limits.attempts - 1,
      backoff: new ExponentialBackoff({ initialDelay: limits.pauseMs, maxDelay: 10 * limits.pauseMs }),
    });

  return async (call) => {
    const started = performance.now();
    const { repeat } = call;
    const places = repeat === 'read' ? forReading : forChanging;
    let attempts = 0;
    /** Once an attempt may have done its work, so may the call, whatever the next attempt says of itself. */
    let mayHaveHappened = false;
    const once = (signal: AbortSignal) =>
      inTime
        .execute(async ({ signal: late }) => {
          attempts++;
          const found = typeof repeat === 'object' && mayHaveHappened ? await repeat.look(late) : null;
          return found ?? call.attempt(late);
        }, signal)
        .catch((error: unknown) => noAnswer(error))
        .then((answer) => {
          mayHaveHappened ||= !answer.ok && mayHaveWorked(answer);
          return answer;
        });

    const answer = await inAll
      .execute(
        ({ signal }) =>
          patiently(repeat).execute(
            ({ signal: over }) => places.execute((at) => once(at.signal), over),
            signal,
          ),
        undefined,
      )
      .catch((error: unknown) => {
        mayHaveHappened ||= attempts > 0 && error instanceof TaskCancelledError;
        return noAnswer(error);
      });
    const said = withEffect(answer, repeat !== 'read' && mayHaveHappened);
    metrics.record({
      operator,
      operation: call.operation,
      outcome: said.ok ? 'ok' : said.problem.kind,
      attempts,
      ms: performance.now() - started,
    });
    return said;
  };
}

/** What cockatiel throws in place of an answer; a bug of ours goes on as it is. */
function noAnswer(error: unknown): OperatorAnswer<never> {
  const unavailable = (why: string, effect: 'none' | 'unknown') =>
    problem({ kind: 'unavailable', why, effect });
  if (error instanceof BrokenCircuitError) return unavailable('resting', 'none');
  if (error instanceof BulkheadRejectedError) return unavailable('too many calls at once', 'none');
  if (error instanceof TaskCancelledError) return unavailable('late', 'unknown');
  throw error;
}

function mayHaveWorked({ problem }: Extract<OperatorAnswer<unknown>, { ok: false }>): boolean {
  return 'effect' in problem && problem.effect === 'unknown';
}

/** The effect of all attempts together, in place of the last one's. */
function withEffect<T>(answer: OperatorAnswer<T>, mayHaveHappened: boolean): OperatorAnswer<T> {
  if (answer.ok || !('effect' in answer.problem)) return answer;
  return problem({ ...answer.problem, effect: mayHaveHappened ? 'unknown' : 'none' });
}
