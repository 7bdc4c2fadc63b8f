import type { OperatorTicketOrder, TicketAnswer } from '../ticket-port';
import { type WireTicketOrder, wireRefusal, wireTicket } from './wire';

export function toWireOrder(order: OperatorTicketOrder): WireTicketOrder {
  return {
    bookingReference: order.bookingReference,
    legPosition: order.leg,
    sailingId: order.sailingId,
    passengers: order.passengers.length,
    vehicles: order.vehicles.length,
  };
}

/**
 * The operator's answer to an order, or null when it is none that we know. A ticket that was given back is no ticket:
 * the same key then answers with it, and the leg counts as refused.
 */
export function toAnswer(status: number, body: unknown): TicketAnswer | null {
  if (status === 409) {
    const refusal = wireRefusal.safeParse(body);
    return refusal.success ? { status: 'refused', reason: refusal.data.code } : null;
  }
  if (status !== 200 && status !== 201) return null;
  const ticket = wireTicket.safeParse(body);
  if (!ticket.success) return null;
  return ticket.data.status === 'issued'
    ? { status: 'confirmed', ticketReference: ticket.data.ticketNumber }
    : { status: 'refused', reason: 'released' };
}
