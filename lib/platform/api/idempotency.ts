import { type Result, refuse } from '@/lib/kernel/errors';
import { sha256 } from '@/lib/kernel/ids';
import { open, seal } from '@/lib/privacy/seal';
import { dropKey, keepAnswer, keptAnswer, takeKey, takeOver } from './idempotency-repository';

/** What a door answers: status and JSON body. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** After this time without an answer the first holder of a key is taken for dead. */
const TAKEN_FOR_DEAD_MS = 60_000;
const KEY = /^[\x21-\x7e]{8,128}$/;

/**
 * Runs `work` once per key, and answers every repetition with the first answer (draft-ietf-httpapi-idempotency-key).
 * Kept for 24 hours, sealed, because answers carry access tokens. A fault is not kept: the caller may try again.
 * @param scope operation and caller; keys of different callers never meet
 * @param text the body as it came: another body under the same key is refused
 */
export async function onceByKey(
  request: { scope: string; key: string; text: string; now: Date },
  work: () => Promise<Answer>,
): Promise<
  Result<
    Answer & { replayed: boolean },
    'idempotency-key-invalid' | 'idempotency-key-reused' | 'request-in-progress'
  >
> {
  const { scope, key, text, now } = request;
  if (!KEY.test(key)) return refuse('idempotency-key-invalid');
  const hash = sha256(text);
  if (!(await takeKey(scope, key, hash, now))) {
    const kept = await keptAnswer(scope, key);
    if (kept && kept.requestHash !== hash) return refuse('idempotency-key-reused');
    if (kept?.status != null && kept.sealedBody) {
      return {
        ok: true,
        value: { status: kept.status, body: JSON.parse(open(kept.sealedBody)), replayed: true },
      };
    }
    const dead = new Date(now.getTime() - TAKEN_FOR_DEAD_MS);
    if (!(await takeOver(scope, key, dead, now))) return refuse('request-in-progress');
  }
  try {
    const answer = await work();
    if (answer.status >= 500) await dropKey(scope, key);
    else await keepAnswer(scope, key, answer.status, seal(JSON.stringify(answer.body ?? null)));
    return { ok: true, value: { ...answer, replayed: false } };
  } catch (error) {
    await dropKey(scope, key).catch(() => undefined);
    throw error;
  }
}
