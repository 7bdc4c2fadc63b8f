import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { HoldOrder, SailingOffer } from '@/lib/operators/words';
import { type Candidate, type House, NOON, openHouse } from './companies';
import { familyOrder, value } from './orders';

/** A company that runs for the tests of a `describe`: well, and at noon, before each of them. */
export function onStage(candidate: Candidate) {
  const { routeId } = candidate;
  const query = { routeId, from: '2027-07-10', to: '2027-07-25' };
  let house: House;
  beforeAll(async () => {
    house = await openHouse(candidate);
  });
  beforeEach(() => house.at(NOON));
  afterEach(() => house.well());
  afterAll(() => house.stop());

  const offers = async () => value(await house.port.offers(query));
  /** The offer of a sailing as it stands now; without one, that of some sailing with room for everybody. */
  async function offerOf(ref?: string): Promise<SailingOffer> {
    const found = (await offers()).find((offer) =>
      ref
        ? offer.sailing.sailingRef === ref
        : offer.laneCmLeft > 5_000 && offer.cabins.some(({ left }) => left > 2),
    );
    if (!found) throw new Error('no offer with room');
    return found;
  }
  /** A family's order, held and confirmed. */
  async function ticketOf(changes: Partial<HoldOrder> = {}) {
    const offer = await offerOf();
    const hold = value(await house.port.hold(familyOrder(offer, changes)));
    return { offer, ticket: value(await house.port.confirm(hold.holdRef, 'VF-2345678')), hold };
  }
  return {
    get house() {
      return house;
    },
    query,
    routeId,
    offers,
    offerOf,
    ticketOf,
  };
}
