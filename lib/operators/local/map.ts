import { answered, type OperatorAnswer, problem } from '../answer';
import type { WireResponse } from '../call/http';
import { wrongAnswer } from '../reading';
import type { HoldOrder, OperatorHold, OperatorTicket, OrderState } from '../words';
import { type WireHold, type WireHoldOrder, wireRefusal } from './wire';

export function toWireOrder(order: HoldOrder): WireHoldOrder {
  return {
    sailingId: order.sailingRef,
    passengers: order.passengers.length,
    vehicles: order.vehicles.length,
  };
}

/** What it charges is settled by contract, not by the order: nothing for a single one. */
export function toHold({ holdNumber, expiresAt }: WireHold): OperatorHold {
  return { holdRef: holdNumber, expiresAt: new Date(expiresAt), totalCents: 0, lines: [] };
}

/** A hold as the answer to a first or repeated request: one that is over, or has its ticket, keeps nothing any more. */
export function toHoldAnswer(hold: WireHold): OperatorAnswer<OperatorHold> {
  return hold.status === 'held' ? answered(toHold(hold)) : problem({ kind: 'gone' });
}

export function toTicketAnswer({ ticketNumber }: WireHold): OperatorAnswer<OperatorTicket> {
  return ticketNumber
    ? answered({ ticketRef: ticketNumber, totalCents: 0 })
    : wrongAnswer('without a ticket');
}

export function toOrderState(hold: WireHold | undefined): OrderState {
  if (!hold) return { state: 'unknown' };
  const { status, ticketNumber, holdNumber } = hold;
  if (status === 'held') return { state: 'held', hold: toHold(hold) };
  if (status === 'ticketed' && ticketNumber)
    return { state: 'ticketed', ticket: { ticketRef: ticketNumber, totalCents: 0 }, holdRef: holdNumber };
  return { state: status === 'released' ? 'released' : 'expired' };
}

/** Why not. Only what it says with a reason of its own refuses; nobody is refused by a misunderstanding. */
export function toProblem({ status, body }: WireResponse): OperatorAnswer<never> {
  const refusal = wireRefusal.safeParse(body);
  if (!refusal.success) return wrongAnswer(`status ${status} without a reason`);
  if (status === 409) return problem({ kind: 'refused', reason: refusal.data.code });
  if (status === 404 || status === 410) return problem({ kind: 'gone' });
  return problem({ kind: 'unavailable', why: refusal.data.code, effect: 'none' });
}
