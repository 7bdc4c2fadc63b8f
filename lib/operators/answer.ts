/** Why an operator's answer is not what was asked for. A value, never thrown: what to do next depends on the kind. */
export type OperatorProblem =
  /** The operator's considered no, by its own reason. Asking again gives the same. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** There is not enough left of something. */
  | { readonly kind: 'sold-out' }
  /** The hold or ticket is not there any more (expired, given back), or the sailing is not. */
  | { readonly kind: 'gone' }
  /** Nothing was held, because it costs something else now. */
  | { readonly kind: 'price-changed'; readonly totalCents: number }
  /** No answer: down, late, too busy, or a page that is for people. With `effect: 'unknown'` the work may have been done all the same. */
  | { readonly kind: 'unavailable'; readonly why: string; readonly effect: Effect }
  /** An answer that cannot be believed: it lacks something, or contradicts itself. */
  | { readonly kind: 'wrong-answer'; readonly why: string; readonly effect: Effect }
  /** The operator cannot do that at all: ask its `capabilities` first. */
  | { readonly kind: 'unsupported' };

/** Whether what was asked for may have happened although nobody said so. */
export type Effect = 'none' | 'unknown';

export type OperatorAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: OperatorProblem };

/** A positive answer. */
export function answered<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** An answer that is not what was asked for. */
export function problem(problem: OperatorProblem): { readonly ok: false; readonly problem: OperatorProblem } {
  return { ok: false, problem };
}

/** Without an answer of the operator's own: another attempt may have one. */
export function isFault({ kind }: OperatorProblem): boolean {
  return kind === 'unavailable' || kind === 'wrong-answer';
}

/** What a method answers whose capability is missing. */
export const unsupported = async () => problem({ kind: 'unsupported' });
