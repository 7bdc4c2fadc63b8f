import { z } from 'zod';

/** A hold as the local operator writes it; fields that we do not read are let through unread. */
export const wireHold = z
  .object({
    holdNumber: z.string().min(1),
    status: z.enum(['held', 'released', 'expired', 'ticketed']),
    expiresAt: z.iso.datetime(),
    ticketNumber: z.string().min(1).optional(),
  })
  .refine(({ status, ticketNumber }) => status !== 'ticketed' || ticketNumber !== undefined, {
    message: 'ticketed without a ticket',
  });
export type WireHold = z.infer<typeof wireHold>;

export const wireHolds = z.object({ data: z.array(wireHold) });

export const wireRefusal = z.object({ code: z.string() });

/** What it takes for a hold: counts only, no names. */
export interface WireHoldOrder {
  readonly sailingId: string;
  readonly passengers: number;
  readonly vehicles: number;
}
