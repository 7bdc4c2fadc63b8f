import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateOf } from '@/lib/kernel/dates';
import { CANDIDATES, seasonOf } from './companies';
import { anyOrder, familyOrder, footOrder, priceBy, value } from './orders';
import { onStage } from './stage';

describe.each(CANDIDATES)('what $name offers', (candidate) => {
  const stage = onStage(candidate);
  const { offers, offerOf, query, routeId } = stage;

  describe('the timetable', () => {
    const planned = seasonOf(candidate).sailings.filter(
      ({ from, to, departsAt }) =>
        `${from}-${to}` === routeId &&
        localDateOf(new Date(departsAt), 'Europe/Paris') >= query.from &&
        localDateOf(new Date(departsAt), 'Europe/Paris') <= query.to,
    );

    it('tells every departure at its instant, whatever the clocks of its ports read', async () => {
      const told = value(await stage.house.port.timetable(query));
      expect(
        told.map(({ departsAt, arrivesAt }) => [departsAt.toISOString(), arrivesAt.toISOString()]),
      ).toEqual(planned.map(({ departsAt, arrivesAt }) => [departsAt, arrivesAt]));
      expect(told.length).toBeGreaterThan(3);
      expect(told.map(({ shipName }) => shipName)).toEqual(planned.map(({ ship }) => ship));
    });

    it('tells the way back as well, from a port of another zone', async () => {
      const back = routeId.split('-').reverse().join('-');
      const told = value(await stage.house.port.timetable({ ...query, routeId: back }));
      const ways = stage.house.plan.sailings.filter(({ from, to }) => `${from}-${to}` === back);
      const ids = new Map(ways.map((sailing) => [sailing.departsAt, sailing]));
      expect(told.length).toBeGreaterThan(0);
      for (const { departsAt, arrivesAt } of told)
        expect(ids.get(departsAt.toISOString())?.arrivesAt).toBe(arrivesAt.toISOString());
    });

    it('of a direction that nobody sails is empty', async () => {
      expect(value(await stage.house.port.timetable({ ...query, routeId: 'FRNCE-DZORN' }))).toEqual([]);
    });

    it('tells each departure once, also where it is said twice', async () => {
      const once = value(await stage.house.port.timetable(query));
      await stage.house.faults({ twice: true });
      expect(value(await stage.house.port.timetable(query))).toEqual(once);
    });

    it('tells another ship, a delay and a cancellation; what is cancelled is not for sale', async () => {
      const [late, other, off] = (await offers()).slice(1).map(({ sailing }) => sailing);
      const ship = stage.house.shipInstead(other?.sailingRef);
      await stage.house.happen({ kind: 'delay', sailingId: late?.sailingRef, minutes: 95 });
      await stage.house.happen({ kind: 'ship', sailingId: other?.sailingRef, ship });
      await stage.house.happen({ kind: 'cancelled', sailingId: off?.sailingRef });
      const told = new Map(
        value(await stage.house.port.timetable(query)).map((each) => [each.sailingRef, each]),
      );
      expect(told.get(late?.sailingRef ?? '')).toEqual({ ...late, delayMinutes: 95 });
      expect(told.get(other?.sailingRef ?? '')).toEqual({ ...other, shipName: ship });
      expect(told.get(off?.sailingRef ?? '')).toEqual({ ...off, status: 'cancelled' });
      expect((await offers()).map(({ sailing }) => sailing.sailingRef)).not.toContain(off?.sailingRef);
    });
  });

  describe('prices', () => {
    it('are the published ones, to the cent', async () => {
      const offer = await offerOf();
      const planned = stage.house.plan.sailings.find(
        ({ from, to, departsAt }) =>
          departsAt === offer.sailing.departsAt.toISOString() && `${from}-${to}` === routeId,
      );
      const cents = (items: readonly { code: string; priceCents: number }[] = []) =>
        items.map(({ code, priceCents }) => [code, priceCents]);
      const basic = offer.families.find(({ family }) => family === 'basic');
      expect(basic?.passengerCents.adult).toBe(planned?.tariff.adultCents);
      expect(basic?.vehicleCents).toEqual(planned?.tariff.vehicle.base);
      expect(offer.cabins.map(({ code, cents }) => [code, cents])).toEqual(cents(planned?.tariff.cabins));
      expect(offer.seats.map(({ code, cents }) => [code, cents])).toEqual(cents(planned?.tariff.seats));
      expect(offer.meals.map(({ code, cents }) => [code, cents])).toEqual(cents(planned?.tariff.meals));
      expect(offer.dues.map(({ code, cents }) => [code, cents])).toEqual(
        planned?.tariff.dues.map(({ code, cents }) => [code, cents]),
      );
      expect(offer.supplements.heightSteps).toEqual(planned?.tariff.vehicle.heightSteps);
    });

    it.each(['basic', 'standard', 'flex'] as const)(
      'of a hold in %s are those of the offer, and add up',
      async (family) => {
        const offer = await offerOf();
        const order = familyOrder(offer, { family });
        const hold = value(await stage.house.port.hold(order));
        expect(hold.totalCents).toBe(priceBy(offer, order));
        expect(hold.lines.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(hold.totalCents);
        value(await stage.house.port.release(hold.holdRef));
      },
    );

    it('add up for whoever travels with whatever', async () => {
      const offer = await offerOf();
      await fc.assert(
        fc.asyncProperty(anyOrder(offer), async (order) => {
          const hold = value(await stage.house.port.hold(order));
          expect(hold.totalCents).toBe(priceBy(offer, order));
          value(await stage.house.port.release(hold.holdRef));
        }),
        { numRuns: 40 },
      );
    });

    it('that have risen hold nothing when another was expected, and say the new one', async () => {
      const offer = await offerOf();
      const order = familyOrder(offer, { expectedCents: priceBy(offer, familyOrder(offer)) });
      await stage.house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 10 });
      const risen = await offerOf(offer.sailing.sailingRef);
      expect(await stage.house.port.hold(order)).toEqual({
        ok: false,
        problem: { kind: 'price-changed', totalCents: priceBy(risen, order) },
      });
      expect(await offerOf(offer.sailing.sailingRef)).toMatchObject({ laneCmLeft: offer.laneCmLeft });
      await stage.house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 0 });
    });

    it('of a hold stand, whatever rises afterwards', async () => {
      const offer = await offerOf();
      const hold = value(await stage.house.port.hold(footOrder(offer)));
      await stage.house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 20 });
      const ticket = value(await stage.house.port.confirm(hold.holdRef, 'VF-2345678'));
      expect(ticket.totalCents).toBe(hold.totalCents);
      await stage.house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 0 });
    });
  });
});
