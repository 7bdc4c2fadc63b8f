import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTariff, exampleTariff } from '@/lib/pricing/testing/arbitraries';
import { type Compared, compare } from './compare-rules';
import { tariffOf } from './tariff-rules';
import { toldOffer, toldSailing } from './testing/told';
import type { KnownSailing, ToldOffer } from './types';

const NOW = new Date('2027-07-01T12:00:00Z');
const SHIPS = [
  { code: 'tanit', operatorCode: 'ctn', name: 'Tanit' },
  { code: 'carthage', operatorCode: 'ctn', name: 'Carthage' },
];
const line = (
  id: string,
  code: string,
  kind: 'passengers' | 'vehicles' | 'cabin' | 'seat',
  capacity: number,
) => ({
  ...{ id: `${id}:${code}`, code, kind, capacity },
  ...{ held: 3, sold: 10, berths: kind === 'cabin' ? 4 : null },
});

function known(day: string, over: Partial<KnownSailing> = {}): KnownSailing {
  const id = `ctn-FRMRS-TNLGN-${day.replaceAll('-', '')}-1700`;
  return {
    id,
    sailingRef: `CTN ${day}`,
    routeId: 'FRMRS-TNLGN',
    operatorCode: 'ctn',
    shipCode: 'tanit',
    departureDay: day,
    departsAt: new Date(`${day}T15:00:00Z`),
    arrivesAt: new Date(`${day}T23:00:00Z`),
    delayMinutes: 0,
    status: 'scheduled',
    tariff: exampleTariff,
    stock: [
      line(id, 'deck', 'passengers', 500),
      line(id, 'lane', 'vehicles', 90_000),
      line(id, 'inside-2', 'cabin', 40),
      line(id, 'inside-4', 'cabin', 40),
      line(id, 'seat-recliner', 'seat', 100),
    ],
    ...over,
  };
}

const MONDAY = known('2027-07-12');
const FRIDAY = known('2027-07-16');
const NOTHING = { patches: [], lines: [], newLines: [], added: [], notFollowed: [] };
const told = (sailing: KnownSailing, ship = 'Tanit') => toldSailing(sailing, ship);

/** Both sailings, told as we have them but for what is given. */
function differences(over: Partial<Compared> = {}) {
  const both = [MONDAY, FRIDAY];
  return compare({
    known: both,
    timetable: both.map((each) => told(each)),
    offers: both.map(toldOffer),
    ships: SHIPS,
    timeZone: 'Europe/Paris',
    now: NOW,
    isWhole: true,
    ...over,
  });
}
const monday = { id: MONDAY.id, routeId: 'FRMRS-TNLGN', day: '2027-07-12' };
const withMonday = (offer: Partial<ToldOffer>) => ({
  offers: [{ ...toldOffer(MONDAY), ...offer }, toldOffer(FRIDAY)],
});

describe('what we have, compared with what an operator tells', () => {
  it('nothing differs where it is the same, in whatever order it is told', () => {
    expect(differences()).toEqual(NOTHING);
    const { cabins, dues } = toldOffer(MONDAY);
    const turned = withMonday({ cabins: [...cabins].reverse(), dues: [...dues].reverse() });
    expect(differences({ ...turned, timetable: [told(FRIDAY), told(MONDAY)] })).toEqual(NOTHING);
  });

  it('what others bought comes off, what is sold and held here stays, and no other line is touched', () => {
    const { cabins } = toldOffer(MONDAY);
    const few = cabins.map((cabin) => (cabin.code === 'inside-4' ? { ...cabin, left: 0 } : cabin));
    expect(differences(withMonday({ passengersLeft: 7, cabins: few }))).toEqual({
      ...NOTHING,
      lines: [
        { id: `${MONDAY.id}:deck`, sailingId: MONDAY.id, left: 7, oursBefore: 10 },
        { id: `${MONDAY.id}:inside-4`, sailingId: MONDAY.id, left: 0, oursBefore: 10 },
      ],
    });
  });

  it('where less is left there than is held here, nothing is left, and that is no difference the next time', () => {
    const full = known('2027-07-12', { stock: [line(MONDAY.id, 'deck', 'passengers', 13)] });
    const offer = { ...toldOffer(full), passengersLeft: 1, laneCmLeft: 0, cabins: [], seats: [] };
    const { lines } = differences({ known: [full], timetable: [told(full)], offers: [offer] });
    expect(lines).toEqual([]);
  });

  it('another ship, another hour, another day, off and on again: the sailing stays the same one', () => {
    const later = { ...told(MONDAY, 'Carthage'), departsAt: new Date('2027-07-12T22:30:00Z') };
    expect(differences({ timetable: [later, told(FRIDAY)] }).patches).toEqual([
      { ...monday, shipCode: 'carthage', departsAt: later.departsAt, departureDay: '2027-07-13' },
    ]);
    const off = { ...told(MONDAY), status: 'cancelled' as const };
    expect(differences({ timetable: [off, told(FRIDAY)], offers: [toldOffer(FRIDAY)] })).toEqual({
      ...NOTHING,
      patches: [{ ...monday, status: 'cancelled' }],
    });
    const cancelled = { ...MONDAY, status: 'cancelled' as const };
    expect(differences({ known: [cancelled, FRIDAY] }).patches).toEqual([{ ...monday, status: 'scheduled' }]);
  });

  it('a delay is followed, and so is its end; the published hours stay', () => {
    const late = { ...told(MONDAY), delayMinutes: 40 };
    expect(differences({ timetable: [late, told(FRIDAY)] })).toEqual({
      ...NOTHING,
      patches: [{ ...monday, delayMinutes: 40 }],
    });
    const known = [{ ...MONDAY, delayMinutes: 40 }, FRIDAY];
    expect(differences({ known, timetable: [late, told(FRIDAY)] })).toEqual(NOTHING);
    expect(differences({ known }).patches).toEqual([{ ...monday, delayMinutes: 0 }]);
  });

  it('a first meeting is by company and hour, and only then', () => {
    const nameless = { ...MONDAY, sailingRef: null };
    expect(differences({ known: [nameless, FRIDAY] }).patches).toEqual([
      { ...monday, sailingRef: 'CTN 2027-07-12' },
    ]);
    const other = { ...MONDAY, sailingRef: 'CTN other' };
    const { patches, added } = differences({ known: [other, FRIDAY] });
    expect(patches).toEqual([]);
    expect(added.map(({ sailingRef }) => sailingRef)).toEqual(['CTN 2027-07-12']);
  });

  it('what is not told any more, or without an offer, has nothing left; of a part nothing is concluded', () => {
    const gone = MONDAY.stock.map(({ id }) => ({ id, sailingId: MONDAY.id, left: 0, oursBefore: 10 }));
    expect(differences({ timetable: [told(FRIDAY)] })).toEqual({ ...NOTHING, lines: gone });
    expect(differences({ offers: [toldOffer(FRIDAY)] })).toEqual({ ...NOTHING, lines: gone });
    expect(differences({ timetable: [told(FRIDAY)], isWhole: false })).toEqual(NOTHING);
    expect(differences({ known: [FRIDAY], isWhole: false })).toEqual(NOTHING);
  });

  it('a new sailing comes with ship, hours, prices and stock; a new cabin as a line', () => {
    const { added } = differences({ known: [FRIDAY] });
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({
      id: MONDAY.id,
      sailingRef: 'CTN 2027-07-12',
      shipCode: 'tanit',
      departureDay: '2027-07-12',
      tariff: MONDAY.tariff,
    });
    expect(added[0]?.stock.map(({ code, capacity, held, sold }) => [code, capacity, held, sold])).toEqual(
      MONDAY.stock.map(({ code, capacity, sold }) => [code, capacity - sold, 0, 0]),
    );
    const [suite] = [{ code: 'suite-2', cents: 30_000, left: 4, berths: 2 }];
    const { newLines, patches } = differences(withMonday({ cabins: [...toldOffer(MONDAY).cabins, suite] }));
    expect(newLines).toEqual([
      {
        ...{ id: `${MONDAY.id}:suite-2`, sailingId: MONDAY.id, kind: 'cabin', code: 'suite-2' },
        ...{ capacity: 4, held: 0, sold: 0, berths: 2 },
      },
    ]);
    expect(patches[0]?.tariff?.cabins.at(-1)).toEqual({
      code: 'suite-2',
      type: 'suite',
      berths: 2,
      priceCents: 30_000,
    });
  });

  it('a ship that we do not know changes no ship, and puts nothing on', () => {
    const sister = told(MONDAY, 'Tanit II');
    const notFollowed = [{ sailingRef: sister.sailingRef, why: 'unknown-ship' }];
    expect(differences({ timetable: [sister, told(FRIDAY)] })).toEqual({ ...NOTHING, notFollowed });
    expect(differences({ timetable: [sister, told(FRIDAY)], known: [FRIDAY] })).toEqual({
      ...NOTHING,
      notFollowed,
    });
  });

  it('prices that no tariff of ours gives to the cent are not followed; stock is', () => {
    const [basic, ...others] = toldOffer(MONDAY).families as [ToldOffer['families'][number]];
    const odd = { ...basic, passengerCents: { ...basic.passengerCents, child: 4_999 } };
    const { notFollowed, patches, lines } = differences(
      withMonday({ families: [odd, ...others], passengersLeft: 7 }),
    );
    expect(notFollowed).toEqual([{ sailingRef: 'CTN 2027-07-12', why: 'no-price-like-ours' }]);
    expect(patches).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe('the tariff of an offer', () => {
  /** The order of dues is no price. */
  const offerOf = (tariff: KnownSailing['tariff']) => {
    const offer = toldOffer({ ...MONDAY, tariff });
    return {
      ...offer,
      dues: [...offer.dues].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    };
  };

  it('gives every price of it, whatever the tariff that it was made of', () => {
    fc.assert(
      fc.property(anyTariff, (tariff) => {
        const made = tariffOf(toldOffer({ ...MONDAY, tariff }), tariff);
        // Very low fares are rounded so that no whole percent can be told from them: then there is none.
        if (made === null) return tariff.adultCents < 10_000;
        expect(offerOf(made)).toEqual(offerOf(tariff));
        return true;
      }),
      { numRuns: 500 },
    );
  });

  it('is found whatever was published before, and not without all three families', () => {
    const dearer = {
      ...exampleTariff,
      adultCents: 12_350,
      familyPercent: { basic: 0, standard: 9, flex: 41 },
    };
    expect(tariffOf(toldOffer({ ...MONDAY, tariff: dearer }), exampleTariff)).toEqual(dearer);
    const offer = toldOffer(MONDAY);
    expect(tariffOf({ ...offer, families: offer.families.slice(0, 2) }, exampleTariff)).toBeNull();
  });
});
