import { answered, type OperatorAnswer, problem } from '../answer';

/** What an operator said over HTTP; `body` is what its JSON says, undefined where it said nothing. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** An operator's system where it stands: the base URL of its settings. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
}

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to the base URL, query included. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; `form` as a form. */
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
}

/** Failures before anything was sent: nothing can have happened. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * One request, once. 5xx, silence and what is not JSON are `unavailable`, 429 too (with nothing done); every other status
 * is the operator's to explain. Rejects when the signal ends it.
 */
export async function send(
  { baseUrl, fetch }: Endpoint,
  request: WireRequest,
  signal: AbortSignal,
): Promise<OperatorAnswer<WireResponse>> {
  try {
    const response = await fetch(`${baseUrl.replace(/\/$/, '')}${request.path}`, {
      method: request.method,
      headers: { accept: 'application/json', ...contentType(request), ...request.headers },
      body: bodyOf(request),
      redirect: 'error',
      signal,
    });
    const text = await response.text();
    const { status, headers } = response;
    if (status === 429) return problem({ kind: 'unavailable', why: 'too many requests', effect: 'none' });
    if (status >= 500) return problem({ kind: 'unavailable', why: `status ${status}`, effect: 'unknown' });
    const body = parse(text);
    if (body === NONSENSE) return problem({ kind: 'unavailable', why: 'not JSON', effect: 'unknown' });
    return answered({ status, headers, body });
  } catch (error) {
    if (signal.aborted) throw error;
    const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? 'no connection');
    return problem({ kind: 'unavailable', why: code, effect: NEVER_SENT.has(code) ? 'none' : 'unknown' });
  }
}

function contentType({ json, form }: WireRequest): Record<string, string> {
  if (json !== undefined) return { 'content-type': 'application/json' };
  return form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
}

function bodyOf({ json, form }: WireRequest): string | undefined {
  if (json !== undefined) return JSON.stringify(json);
  return form && new URLSearchParams(form).toString();
}

const NONSENSE = Symbol('not JSON');

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return NONSENSE;
  }
}
