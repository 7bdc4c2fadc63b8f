import { answered, isFault, type OperatorAnswer, problem } from './answer';
import type { WireResponse } from './call/http';

/** What opens an operator's door for a while. */
export interface Token {
  readonly value: string;
  readonly expiresAtMs: number;
  /** What a new one is had for, where the operator gives such a thing. */
  readonly renewal?: string;
}

export interface TokenOptions {
  /** A new token; `old` is the one that is over, if there was one. */
  readonly obtain: (old: Token | null, signal: AbortSignal) => Promise<OperatorAnswer<Token>>;
  /** Whether an answer says that the token is not accepted any more. */
  readonly isStale: (response: WireResponse) => boolean;
  readonly now: () => Date;
}

/** Does a request with a token. */
export type WithToken = (
  request: (token: string) => Promise<OperatorAnswer<WireResponse>>,
) => Promise<OperatorAnswer<WireResponse>>;

/** A token is renewed that long before it ends, so that it does not end on the way. */
const MARGIN_MS = 20_000;
const OBTAIN_MS = 5_000;

/**
 * Keeps one token and shares it: requests that need a new one at the same time wait for the same. One that is refused
 * before its time is replaced, and the request made once more: the operator has not looked at it.
 */
export function withToken({ obtain, isStale, now }: TokenOptions): WithToken {
  let kept: Token | null = null;
  let coming: Promise<OperatorAnswer<Token>> | null = null;

  const renew = async (): Promise<OperatorAnswer<Token>> => {
    const old = kept;
    kept = null;
    const answer = await obtain(old, AbortSignal.timeout(OBTAIN_MS)).catch(() =>
      problem({ kind: 'unavailable', why: 'no token in time', effect: 'none' }),
    );
    if (answer.ok) kept = answer.value;
    return answer.ok ? answer : withoutEffect(answer);
  };
  const token = async (refused?: string): Promise<OperatorAnswer<Token>> => {
    if (kept && kept.value !== refused && kept.expiresAtMs - MARGIN_MS > now().getTime())
      return answered(kept);
    coming ??= renew().finally(() => {
      coming = null;
    });
    return coming;
  };

  return async (request) => {
    const first = await token();
    if (!first.ok) return first;
    const answer = await request(first.value.value);
    if (!answer.ok || !isStale(answer.value)) return answer;
    const second = await token(first.value.value);
    return second.ok ? request(second.value.value) : second;
  };
}

/** Without a token nothing was asked for; a refused one is a fault of our settings, not an answer to the question. */
function withoutEffect(answer: Extract<OperatorAnswer<unknown>, { ok: false }>): OperatorAnswer<never> {
  const why = 'why' in answer.problem ? answer.problem.why : 'not let in';
  const kind =
    isFault(answer.problem) && answer.problem.kind === 'wrong-answer' ? 'wrong-answer' : 'unavailable';
  return problem({ kind, why, effect: 'none' });
}
