import { instantMs } from './duration';
import { type Operation, operations, type StepError, type StoredEvent, toStepError } from './protocol';

/** What one call of a function brought. */
export type Outcome =
  /** Nobody there, or not the SDK: says nothing about the function and is no attempt of it. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'finished'; readonly data: unknown }
  | ({ readonly kind: 'operations'; readonly operations: readonly Operation[] } & RetryWish)
  | ({ readonly kind: 'failed'; readonly error: StepError } & RetryWish);

type RetryWish = {
  readonly retriable: boolean;
  /** The function asked for this moment, in milliseconds by the sandbox's clock. */
  readonly retryAt: number | undefined;
};

/** The body of a Call Request (SDK spec 4.4.1). */
export type CallBody = {
  readonly event: StoredEvent;
  readonly events: readonly StoredEvent[];
  readonly steps: Readonly<Record<string, unknown>>;
  readonly ctx: {
    readonly run_id: string;
    readonly attempt: number;
    readonly max_attempts: number;
    readonly disable_immediate_execution: boolean;
    readonly use_api: false;
    readonly stack: { readonly stack: readonly string[]; readonly current: number };
  };
};

const TIMEOUT_MS = 120_000;

/** Calls the function and reads the answer. Never throws: whatever goes wrong is an outcome. */
export async function callFunction(url: URL, body: CallBody, now: () => number): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A kept connection to an app that has died would look like a call that broke half-way.
      headers: { 'content-type': 'application/json', 'x-inngest-server-kind': 'dev', connection: 'close' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return readAnswer(response.status, response.headers, await response.text(), now());
  } catch (error) {
    return transportFault(error);
  }
}

/** A refused connection never reached the function; one that broke may have, so it counts as an attempt. */
function transportFault(error: unknown): Outcome {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  if (cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND') {
    return { kind: 'unreachable', reason: 'The app is not running' };
  }
  const message = error instanceof Error ? error.message : String(error);
  const detail = cause?.code ? `${message} (${cause.code})` : message;
  return { kind: 'failed', error: { name: 'AppGone', message: detail }, retriable: true, retryAt: undefined };
}

/** Exported for tests: the meaning of a status, its headers and its body. */
export function readAnswer(status: number, headers: Headers, text: string, now: number): Outcome {
  if (!headers.get('x-inngest-sdk')) {
    return { kind: 'unreachable', reason: `HTTP ${status} from something that is not the SDK` };
  }
  const body = parseJson(text);
  if (status === 200) return { kind: 'finished', data: body };
  const retriable = headers.get('x-inngest-no-retry') !== 'true';
  const wish = { retriable, retryAt: retryMoment(headers.get('retry-after'), now) };
  if (status !== 206) return { kind: 'failed', error: toStepError(body), ...wish };
  const found = operations.safeParse(Array.isArray(body) ? body : [body]);
  if (found.success) return { kind: 'operations', operations: found.data, ...wish };
  const error = { name: 'ProtocolError', message: `Cannot read the answer: ${found.error.message}` };
  return { kind: 'failed', error, ...wish };
}

function retryMoment(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  return instantMs(/^\d+$/.test(header) ? `${header}s` : header, now);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
