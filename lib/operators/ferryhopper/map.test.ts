import { describe, expect, it } from 'vitest';
import fixture from './fixtures/search-trips.json';
import { toRedirect } from './map';
import { foundTrips } from './wire';

const [first] = foundTrips.parse(fixture).foundDirectItinerariesForTrip;
const [segment] = first?.segments ?? [];
if (!first || !segment) throw new Error('an empty fixture');
const withSegment = (changes: Partial<typeof segment>) =>
  toRedirect({ ...first, segments: [{ ...segment, ...changes }] }, 'ITSAL-TNLGN');

describe('an itinerary', () => {
  it('sails by the clocks of its ports, and costs the lowest of its prices', () => {
    expect(toRedirect(first, 'ITSAL-TNLGN')).toEqual({
      sailing: {
        sailingRef: 'grimaldi ITSAL-TNLGN 2027-07-14T15:30:00.000Z',
        operatorCode: 'grimaldi',
        routeId: 'ITSAL-TNLGN',
        shipName: 'Catania',
        departsAt: new Date('2027-07-14T15:30:00Z'),
        arrivesAt: new Date('2027-07-15T15:30:00Z'),
        delayMinutes: 0,
        status: 'scheduled',
      },
      fromCents: 9_875,
      bookAt: 'https://www.ferryhopper.com/en/booking/results?trip=1',
    });
  });

  it('with an offset means that moment, wherever the port is', () => {
    const told = withSegment({ departureDateTime: '2027-07-14T17:30:00+03:00' });
    expect(told?.sailing.departsAt.toISOString()).toBe('2027-07-14T14:30:00.000Z');
  });

  it('without prices is told without one', () => {
    expect(withSegment({ accommodations: null })?.fromCents).toBeNull();
  });

  it('that changes ships, or of a company that nobody knows, is left out', () => {
    expect(toRedirect({ ...first, segments: [segment, segment] }, 'ITSAL-TNLGN')).toBeNull();
    expect(withSegment({ ownerCompany: { name: 'Blue Star' } })).toBeNull();
  });

  it.each([
    'http://www.ferryhopper.com/x',
    'https://ferryhopper.com.evil.test/x',
    'https://evil.test/ferryhopper.com',
    'javascript:alert(1)',
  ])('sends nobody to %s', (deepLink) => {
    const trips = { foundDirectItinerariesForTrip: [{ ...first, deepLink }] };
    expect(foundTrips.safeParse(trips).success).toBe(false);
  });
});
