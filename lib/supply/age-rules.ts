/** When a system was last asked for a direction, when it last answered, and why its last answer was none. */
export interface SupplyRead {
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** How well what we show of a direction is known to be what its operator has. */
export type SupplyState =
  | { readonly state: 'current' }
  /** It has not answered for a while: prices and places are those of then. */
  | { readonly state: 'last-known'; readonly answeredAt: Date }
  /** It has not answered for so long that nothing can be said of it, or never did. */
  | { readonly state: 'unchecked' };

/** It is asked every two minutes: one answer that is lost, and the one after, are no news; the third is. */
export const CURRENT_MS = 6 * 60_000;
/** On a summer's day a cabin deck sells out within hours: a figure of this morning says nothing. */
export const LAST_KNOWN_MS = 6 * 3_600_000;

/** What is known at `now`. */
export function supplyState({ answeredAt }: Pick<SupplyRead, 'answeredAt'>, now: Date): SupplyState {
  if (!answeredAt) return { state: 'unchecked' };
  const age = now.getTime() - answeredAt.getTime();
  if (age <= CURRENT_MS) return { state: 'current' };
  return age <= LAST_KNOWN_MS ? { state: 'last-known', answeredAt } : { state: 'unchecked' };
}

/**
 * Whether pages that were made when `before` was noted say something else than pages made now: they tell the state, and of
 * `last-known` the hour. `before` is null when the direction was never asked for.
 */
export function showsOtherwise(
  before: SupplyRead | null,
  after: Pick<SupplyRead, 'answeredAt'>,
  now: Date,
): boolean {
  const then = before ? supplyState(before, before.askedAt).state : 'current';
  return then !== supplyState(after, now).state;
}
