import { createHash } from 'node:crypto';
import { ApiError } from './api-error';
import type { Book } from './book';
import { PREFIX } from './objects';

/** An answer of the API. */
export type Answer = { readonly status: number; readonly body: unknown };
type Kept = Answer & { readonly fingerprint: string; readonly at: number };

const DAY_MS = 86_400_000;

/**
 * Does the work once per key: the same request again gets the same answer for 24 hours, another request with
 * the key is refused. Refusals before any work (4xx) are not kept, as at Stripe.
 */
export function once(
  book: Book,
  key: string | undefined,
  request: string,
  work: () => Answer,
): Answer & { readonly replayed: boolean } {
  if (!key) return { ...work(), replayed: false };
  const name = `${PREFIX.answer}${key}`;
  const fingerprint = createHash('sha256').update(request).digest('hex');
  const kept = book.journal.get<Kept>(name);
  if (kept && book.nowMs() - kept.at < DAY_MS) {
    if (kept.fingerprint !== fingerprint) throw keyReused(key);
    return { status: kept.status, body: kept.body, replayed: true };
  }
  return book.journal.together(() => {
    const answer = work();
    if (answer.status < 400) book.journal.put([[name, { ...answer, fingerprint, at: book.nowMs() }]]);
    return { ...answer, replayed: false };
  });
}

function keyReused(key: string): ApiError {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new ApiError(400, 'idempotency_error', message);
}

/** Stripe's answer while another request with the same key is under way. */
export function keyInUse(key: string): ApiError {
  const message = `There is currently another in-progress request using this Idempotency Key (${key}).`;
  return new ApiError(409, 'idempotency_error', message, { code: 'idempotency_key_in_use' });
}
