import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LostWay, linesNear, lostWays, nearestDepartures, OFFERED } from './alternative-rules';

const HOUR = 3_600_000;
const NOON = Date.parse('2027-07-14T12:00:00Z');
/** A ship of nine hours that leaves so many hours after noon of 14 July. */
const ship = (id: string, hours: number) => ({
  id,
  departsAt: new Date(NOON + hours * HOUR).toISOString(),
  arrivesAt: new Date(NOON + (hours + 9) * HOUR).toISOString(),
});
const lost: LostWay = {
  direction: 'outbound',
  sailingIds: ['lost'],
  from: 'FRMRS',
  to: 'TNLGN',
  departsAt: ship('lost', 0).departsAt,
  other: null,
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('instead of a way', () => {
  it('the nearest departures stand, before and after, three at most', () => {
    const found = nearestDepartures(lost, [
      ship('day before', -24),
      ship('lost', 0),
      ship('evening', 6),
      ship('third day', 72),
      ship('morning', -5),
    ]);
    expect(ids(found)).toEqual(['morning', 'evening', 'day before']);
  });

  it('the cheaper of two that are equally near comes first', () => {
    const cents = { dear: 20_000, cheap: 10_000 };
    const both = [ship('dear', 4), ship('cheap', -4)];
    expect(ids(nearestDepartures(lost, both, [], ({ id }) => cents[id as keyof typeof cents]))).toEqual([
      'cheap',
      'dear',
    ]);
  });

  it('other ports fill up what the same ones lack, and nothing else', () => {
    const near = [ship('Toulon', 1), ship('Sète', 2), ship('Nice', 3)];
    expect(ids(nearestDepartures(lost, [ship('own', 48)], near))).toEqual(['Toulon', 'Sète', 'own']);
    const own = [ship('a', 40), ship('b', 50), ship('c', 60)];
    expect(ids(nearestDepartures(lost, own, near))).toEqual(['a', 'b', 'c']);
  });

  it('no two ships stand of which one was lost', () => {
    const two = { ...lost, sailingIds: ['first', 'second'] };
    const offers = [ship('first+later', 0), ship('earlier+second', -2), ship('other+later', 3)];
    expect(ids(nearestDepartures(two, offers))).toEqual(['other+later']);
  });

  it('stands what the other way of the trip allows', () => {
    const back = { departsAt: ship('', 20).departsAt, arrivesAt: ship('', 20).arrivesAt };
    const out = { ...lost, other: back };
    expect(ids(nearestDepartures(out, [ship('in time', 10), ship('too late', 11)]))).toEqual(['in time']);
    const home = {
      ...lost,
      direction: 'return' as const,
      other: { departsAt: ship('', -20).departsAt, arrivesAt: ship('', -20).arrivesAt },
    };
    expect(ids(nearestDepartures(home, [ship('in time', -10), ship('too early', -11)]))).toEqual(['in time']);
  });

  it('always: few, nearest first, possible, none nearer left out, whatever the order they are read in', () => {
    const hours = fc.integer({ min: -84, max: 84 });
    const list = (name: string) =>
      fc.array(hours, { maxLength: 8 }).map((all) => all.map((each, index) => ship(`${name}${index}`, each)));
    const other = fc.option(hours.map((each) => ship('', each)));
    const direction = fc.constantFrom('outbound' as const, 'return' as const);
    fc.assert(
      fc.property(list('same'), list('near'), other, direction, (same, near, besides, way) => {
        const asked = { ...lost, direction: way, other: besides, sailingIds: ['same0', 'near0'] };
        const found = nearestDepartures(asked, same, near);
        const away = ({ departsAt }: { departsAt: string }) => Math.abs(Date.parse(departsAt) - NOON);
        const fits = (each: (typeof same)[number]) =>
          !asked.sailingIds.includes(each.id) &&
          (!besides ||
            (way === 'outbound' ? each.arrivesAt < besides.departsAt : each.departsAt > besides.arrivesAt));
        const [own, others] = [same.filter(fits), near.filter(fits)];

        expect(found.every(fits)).toBe(true);
        expect(found).toHaveLength(Math.min(OFFERED, own.length + others.length));
        expect(found.map(away)).toEqual(found.map(away).sort((a, b) => a - b));
        const ownFound = found.filter(({ id }) => id.startsWith('same'));
        expect(ownFound).toHaveLength(Math.min(OFFERED, own.length));
        const leftOut = own.filter((each) => !ownFound.includes(each));
        for (const each of leftOut)
          expect(away(each)).toBeGreaterThanOrEqual(Math.max(...ownFound.map(away)));
        expect(nearestDepartures(asked, same.toReversed(), near.toReversed())).toEqual(found);
      }),
    );
  });
});

describe('the ways of a trip', () => {
  const leg = (
    direction: 'outbound' | 'return',
    sailingId: string,
    [from, to]: [string, string],
    hours: number,
  ) => ({
    direction,
    sailingId,
    from,
    to,
    departsAt: ship('', hours).departsAt,
    arrivesAt: ship('', hours).arrivesAt,
  });

  it('go from their first port to their last, each knowing when the other one is', () => {
    const ways = lostWays([
      leg('outbound', 'a', ['FRBIA', 'FRMRS'], 0),
      leg('outbound', 'b', ['FRMRS', 'TNLGN'], 14),
      leg('return', 'c', ['TNLGN', 'FRBIA'], 200),
    ]);
    expect(ways).toMatchObject([
      {
        direction: 'outbound',
        sailingIds: ['a', 'b'],
        from: 'FRBIA',
        to: 'TNLGN',
        departsAt: ship('', 0).departsAt,
      },
      {
        direction: 'return',
        sailingIds: ['c'],
        from: 'TNLGN',
        to: 'FRBIA',
        departsAt: ship('', 200).departsAt,
      },
    ]);
    expect(ways[0]?.other?.departsAt).toBe(ship('', 200).departsAt);
    expect(ways[1]?.other?.arrivesAt).toBe(ship('', 14).arrivesAt);
  });

  it('are one where one does not come back', () => {
    const ways = lostWays([leg('outbound', 'a', ['FRMRS', 'TNLGN'], 0)]);
    expect(ways).toMatchObject([{ direction: 'outbound', other: null }]);
  });
});

describe('a line stands in for another', () => {
  const ports = new Map(
    Object.entries({
      FRMRS: [43.3, 5.36],
      FRTLN: [43.12, 5.93],
      FRAJA: [41.92, 8.74],
      FRBIA: [42.7, 9.45],
      ITGOA: [44.41, 8.92],
      ITLIV: [43.55, 10.3],
      ITPMO: [38.13, 13.36],
      TNLGN: [36.81, 10.3],
    }).map(([code, [latitude = 0, longitude = 0]]) => [
      code,
      { country: code.slice(0, 2), latitude, longitude },
    ]),
  );
  const lines = (...all: string[]) => all.map((id) => ({ id, from: id.slice(0, 5), to: id.slice(6) }));
  const near = (id: string, ...all: string[]) =>
    linesNear({ from: id.slice(0, 5), to: id.slice(6) }, lines(id, ...all), ports);

  it('between the same countries in the same direction', () => {
    expect(near('FRMRS-TNLGN', 'FRTLN-TNLGN', 'TNLGN-FRTLN', 'ITGOA-TNLGN')).toEqual(['FRTLN-TNLGN']);
  });

  it('not back, within one country', () => {
    expect(near('FRMRS-FRAJA', 'FRAJA-FRMRS', 'FRTLN-FRBIA', 'FRBIA-FRTLN')).toEqual(['FRTLN-FRBIA']);
  });

  it('not from a port at the other end of the country', () => {
    expect(near('ITGOA-TNLGN', 'ITPMO-TNLGN', 'ITLIV-TNLGN')).toEqual(['ITLIV-TNLGN']);
  });

  it('never itself, and none for ports that nobody knows', () => {
    expect(near('FRMRS-TNLGN')).toEqual([]);
    expect(linesNear({ from: 'XXXXX', to: 'TNLGN' }, lines('FRMRS-TNLGN'), ports)).toEqual([]);
  });
});
