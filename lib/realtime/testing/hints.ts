import type { AvailabilityHint } from '../protocol';

/** A hint of a sailing on which 12 places, room for a car and the last cabin are left. */
export function hintOf(sailingId: string, over: Partial<AvailabilityHint> = {}): AvailabilityHint {
  return {
    sailingId,
    routeId: 'FRMRS-TNLGN',
    departureDay: '2027-07-14',
    open: true,
    passengers: { state: 'limited', left: 12 },
    vehicles: { state: 'limited', left: 1, laneCentimetres: 640 },
    cabins: [{ type: 'inside-4', state: 'limited', left: 1 }],
    seats: [],
    seq: 1,
    at: '2027-07-01T12:00:00.000Z',
    ...over,
  };
}
