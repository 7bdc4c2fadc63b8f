import { z } from 'zod';
import { MOST } from '../bounds';

/** With an offset, or by the clock of its port. */
const moment = z.iso.datetime({ local: true, offset: true });
const port = z.object({ name: z.string() });

const segment = z.object({
  departurePort: port,
  arrivalPort: port,
  departureDateTime: moment,
  arrivalDateTime: moment,
  ownerCompany: z.object({ name: z.string().min(1) }),
  vessel: z.object({ name: z.string().min(1) }),
  accommodations: z
    .array(
      z.object({
        expectedPrice: z.object({ totalPriceInCents: z.number().int().min(0).max(MOST.cents) }).nullish(),
      }),
    )
    .nullish(),
});

const itinerary = z.object({
  /** Travellers are sent there: nowhere but to Ferryhopper. */
  deepLink: z.url({ protocol: /^https$/, hostname: /^([a-z0-9-]+\.)*ferryhopper\.com$/ }),
  segments: z.array(segment).min(1),
});
export type WireItinerary = z.infer<typeof itinerary>;

/** What `search_trips` answers as `structuredContent`. */
export const foundTrips = z.object({ foundDirectItinerariesForTrip: z.array(itinerary) });
