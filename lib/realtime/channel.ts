import { z } from 'zod';

/** Redis channel on which every change of stock is announced. */
export const AVAILABILITY_CHANNEL = 'voila:availability';

/** A hint that the stock of a sailing has changed; whoever cares asks the API for the figures. */
export const availabilityHint = z.object({
  sailingId: z.string(),
  routeId: z.string(),
  departureDay: z.string(),
  /** ISO instant of the change. */
  at: z.string(),
});
export type AvailabilityHint = z.infer<typeof availabilityHint>;

/** Redis channel by which the sidecar hears whether it still hears. */
export const HEARTBEAT_CHANNEL = 'voila:heartbeat';
