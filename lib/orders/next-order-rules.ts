import type { Order } from './types';

/** A hold that ends sooner than this is not counted on: the answer has to travel, and clocks differ. */
export const MARGIN_MS = 60_000;

/** What a leg needs so that its places are kept at the operator. */
export type NextOrder =
  /** They are: by this hold, or by a ticket. */
  | { readonly kind: 'kept'; readonly order: Order }
  /** It is not known how this one ended: the same question once more tells. */
  | { readonly kind: 'ask-again'; readonly order: Order }
  /** None counts any more: a new one, under a number of its own. */
  | { readonly kind: 'new'; readonly attempt: number };

/** Which order of a leg counts, when our hold is at `version`; a hold that lasts `marginMs` longer is counted on. */
export function nextOrder(
  ofLeg: readonly Order[],
  version: number,
  now: Date,
  marginMs = MARGIN_MS,
): NextOrder {
  const ticket = ofLeg.find(({ state }) => state === 'ticketed');
  if (ticket) return { kind: 'kept', order: ticket };
  const current = ofLeg.filter((order) => order.version === version);
  const asked = current.find(({ state }) => state === 'asked');
  if (asked) return { kind: 'ask-again', order: asked };
  const held = current.find((order) => order.state === 'held' && lasts(order, now, marginMs));
  if (held) return { kind: 'kept', order: held };
  return { kind: 'new', attempt: 1 + Math.max(-1, ...current.map(({ attempt }) => attempt)) };
}

function lasts({ expiresAt }: Order, now: Date, marginMs: number): boolean {
  return expiresAt !== null && expiresAt.getTime() - now.getTime() > marginMs;
}

/** Orders of a leg that keep places at the operator, perhaps, beside the one that counts. */
export function superseded(ofLeg: readonly Order[], counts: Pick<Order, 'key'>): readonly Order[] {
  return ofLeg.filter(({ key, state }) => key !== counts.key && (state === 'asked' || state === 'held'));
}

/** The name by which the operator knows an order. No two orders have the same; no two operators share one. */
export function orderKey(reference: string, order: Pick<Order, 'position' | 'version' | 'attempt'>): string {
  return `${reference}-${order.position}-${order.version}-${order.attempt}`;
}

/** What is lost by a price that rose at the operator after ours was guaranteed, in cents; never below 0. */
export function lossCents(soldCents: number, chargedCents: number): number {
  return Math.max(0, chargedCents - soldCents);
}
