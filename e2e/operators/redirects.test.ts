import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localDateOf } from '@/lib/kernel/dates';
import { FERRYHOPPER, type House, openHouse } from './companies';
import { value } from './orders';

const query = { routeId: FERRYHOPPER.routeId, from: '2027-07-10', to: '2027-07-16' };
let house: House;
beforeAll(async () => {
  house = await openHouse(FERRYHOPPER);
});
afterEach(() => house.well());
afterAll(() => house.stop());

const planned = () =>
  house.plan.sailings.filter(({ from, to, departsAt }) => {
    const day = localDateOf(new Date(departsAt), 'Europe/Rome');
    return `${from}-${to}` === query.routeId && day >= query.from && day <= query.to;
  });

describe('Ferryhopper, asked by MCP', () => {
  it('tells each departure of each day once, at its instant, with its company', async () => {
    const told = value(await house.port.timetable(query));
    expect(told.length).toBeGreaterThan(0);
    expect(told).toMatchObject(
      planned().map(({ operator, ship, departsAt, arrivesAt }) => ({
        operatorCode: operator,
        shipName: ship,
        departsAt: new Date(departsAt),
        arrivesAt: new Date(arrivesAt),
      })),
    );
    await house.faults({ twice: true });
    expect(value(await house.port.timetable(query))).toEqual(told);
  });

  it('sends elsewhere to book, with the lowest price that is expected there', async () => {
    const [first] = value(await house.port.redirects(query));
    const [sailing] = planned();
    const dues = sailing?.tariff.dues.reduce((sum, due) => sum + due.cents, 0) ?? 0;
    expect(first?.fromCents).toBe((sailing?.tariff.adultCents ?? 0) + dues);
    expect(new URL(first?.bookAt ?? '').hostname).toBe('www.ferryhopper.com');
  });

  it('sells nothing itself, and says so', async () => {
    const { port } = house;
    expect([...port.capabilities]).toEqual(['timetable', 'redirects']);
    const answers = [await port.offers(query), await port.confirm('1', 'VF-2345678'), await port.cancel('1')];
    for (const answer of answers) expect(answer).toEqual({ ok: false, problem: { kind: 'unsupported' } });
  });

  it('is asked for a direction it does not know, and for too many days, without being asked', async () => {
    expect(value(await house.port.redirects({ ...query, routeId: 'XXAAA-XXBBB' }))).toEqual([]);
    expect(await house.port.redirects({ ...query, to: '2027-07-31' })).toMatchObject({
      problem: { kind: 'refused', reason: 'too many days' },
    });
  });

  it('refuses a place that it does not find', async () => {
    expect(await house.port.redirects({ ...query, routeId: 'FRMRS-TNLGN' })).toMatchObject({
      problem: { kind: 'refused' },
    });
  });

  it.each(['down', 'nonsense'])(
    '%s once is asked again, in a new session; down for good is a problem',
    async (mode) => {
      await house.faults({ mode, times: 1 });
      expect((await house.port.redirects(query)).ok).toBe(true);
      await house.faults({ mode });
      expect(await house.port.redirects(query)).toMatchObject({
        problem: { kind: 'unavailable', effect: 'none' },
      });
    },
  );

  it('without what an itinerary needs is a wrong answer', async () => {
    await house.faults({ missing: ['vessel'] });
    expect(await house.port.redirects(query)).toMatchObject({ problem: { kind: 'wrong-answer' } });
  });
});
