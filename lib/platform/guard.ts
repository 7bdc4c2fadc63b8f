import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { Fault } from '@/lib/kernel/errors';
import { logger } from './logger';

/** Runs calls to one outside service behind a time limit and a circuit breaker. */
export type Guard = <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/**
 * A guard for one vendor. Faults that are `retryable` count as the vendor being down; after `threshold` of them in a
 * row calls fail at once for `restMs` milliseconds, then one is let through to try. Whatever is the vendor's
 * considered answer (a refused request) passes through and counts for nothing.
 * Throws what `call` throws, or a retryable Fault `<vendor>-unavailable` when too late or when the circuit is open.
 */
export function guard(
  vendor: string,
  options: { timeoutMs: number; threshold?: number; restMs?: number },
): Guard {
  const breaker = circuitBreaker(handleWhen(isVendorDown), {
    breaker: new ConsecutiveBreaker(options.threshold ?? 5),
    halfOpenAfter: options.restMs ?? 10_000,
  });
  breaker.onBreak(() =>
    logger.warn({ vendor }, 'a vendor does not answer: its calls fail at once for a while'),
  );
  breaker.onReset(() => logger.info({ vendor }, 'a vendor answers again'));
  const policy = wrap(breaker, timeout(options.timeoutMs, TimeoutStrategy.Aggressive));
  return async (call) => {
    try {
      return await policy.execute(({ signal }) => call(signal));
    } catch (error) {
      if (error instanceof BrokenCircuitError || error instanceof TaskCancelledError)
        throw new Fault(`${vendor}-unavailable`, { retryable: true, cause: error });
      throw error;
    }
  };
}

function isVendorDown(error: unknown): boolean {
  return error instanceof TaskCancelledError || (error instanceof Fault && error.retryable);
}
