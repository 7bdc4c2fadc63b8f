import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { Fault } from '@/lib/kernel/errors';
import { env } from '@/lib/platform/env';
import { guard } from '@/lib/platform/guard';

const REQUEST_TIMEOUT_MS = 5000;

const guarded = guard('operator', { timeoutMs: 15_000 });
const patiently = retry(
  handleWhen((error) => error instanceof Fault && error.retryable),
  { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 150, maxDelay: 1000 }) },
);

/** What came back; `body` is undefined where it was not JSON. */
export interface OperatorResponse {
  readonly status: number;
  readonly body: unknown;
}

/**
 * One request to the local operator, repeated twice where it had no answer: everything that we ask is safe to repeat.
 * Throws a retryable Fault `operator-unavailable` when it is off, down, late or broken (5xx).
 */
export function askOperator(
  method: 'POST' | 'DELETE',
  path: string,
  options: { readonly body?: unknown; readonly idempotencyKey?: string } = {},
): Promise<OperatorResponse> {
  return guarded((signal) => patiently.execute(() => request(method, path, options, signal)));
}

async function request(
  method: string,
  path: string,
  options: { readonly body?: unknown; readonly idempotencyKey?: string },
  signal: AbortSignal,
): Promise<OperatorResponse> {
  if (!env.LOCAL_OPERATOR_URL) throw unavailable('not configured');
  try {
    const response = await fetch(new URL(path, env.LOCAL_OPERATOR_URL), {
      method,
      headers: {
        authorization: `Bearer ${env.LOCAL_OPERATOR_KEY ?? ''}`,
        'content-type': 'application/json',
        ...(options.idempotencyKey && { 'idempotency-key': options.idempotencyKey }),
      },
      ...(options.body !== undefined && { body: JSON.stringify(options.body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    const text = await response.text();
    if (response.status >= 500) throw unavailable(`status ${response.status}`);
    return { status: response.status, body: parse(text) };
  } catch (error) {
    throw error instanceof Fault ? error : unavailable('no answer', error);
  }
}

/** An answer that cannot be read is no answer. */
export function unavailable(why: string, cause?: unknown): Fault {
  return new Fault('operator-unavailable', { message: `local operator: ${why}`, retryable: true, cause });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
