import { z } from 'zod';

/** A ticket as the local operator writes it; fields that we do not read are let through unread. */
export const wireTicket = z.object({
  ticketNumber: z.string().min(1),
  bookingReference: z.string(),
  legPosition: z.number().int(),
  status: z.enum(['issued', 'released']),
});
export type WireTicket = z.infer<typeof wireTicket>;

export const wireCheck = z.object({ sellable: z.boolean() });

export const wireRefusal = z.object({ code: z.string() });

/** What it takes for a ticket: counts only, no names. */
export interface WireTicketOrder {
  readonly bookingReference: string;
  readonly legPosition: number;
  readonly sailingId: string;
  readonly passengers: number;
  readonly vehicles: number;
}
