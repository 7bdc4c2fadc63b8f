import type { Refusal } from '@/lib/kernel/errors';

/** The body of an error, RFC 9457, with a stable `code` that programs can rely on. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly params?: Refusal['params'];
  readonly errors?: Refusal['fields'];
  readonly requestId?: string;
}

/** Codes that doors answer themselves, whatever the verb. */
const TITLES: Readonly<Record<string, string>> = {
  'invalid-json': 'The body is not valid JSON',
  'invalid-input': 'The input does not fit its schema',
  'body-too-large': 'The body is too large',
  'unsupported-media-type': 'Send application/json',
  unauthorized: 'A bearer access token is needed',
  'not-found': 'Nothing here',
  'too-many-requests': 'Too many tries, wait a little',
  'request-in-progress': 'The same request is still being worked on',
  'idempotency-key-reused': 'This Idempotency-Key was used with another body',
  'idempotency-key-invalid': 'An Idempotency-Key has 8 to 128 visible characters',
  'internal-error': 'Something failed on our side',
  unavailable: 'This part does not answer at the moment',
};

/** `sold-out` → `Sold out`, for codes of verbs. */
function titleOf(code: string): string {
  return TITLES[code] ?? code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
}

/** Builds the problem of a code. `type` is a stable relative address of the code's description. */
export function problemOf(status: number, refusal: Refusal, requestId?: string): Problem {
  return {
    type: `/api/v1/problems/${refusal.code}`,
    title: titleOf(refusal.code),
    status,
    code: refusal.code,
    ...(refusal.params && { params: refusal.params }),
    ...(refusal.fields && { errors: refusal.fields }),
    ...(requestId && { requestId }),
  };
}

/** A `application/problem+json` response, never cached. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
