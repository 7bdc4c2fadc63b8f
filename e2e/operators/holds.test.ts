import { describe, expect, it } from 'vitest';
import type { SailingOffer } from '@/lib/operators/words';
import { CANDIDATES } from './companies';
import { familyOrder, footOrder, newKey, value } from './orders';
import { onStage } from './stage';

describe.each(CANDIDATES)('what $name holds', (candidate) => {
  const stage = onStage(candidate);
  const { offerOf, ticketOf } = stage;

  describe('stock', () => {
    const counts = ({ passengersLeft, laneCmLeft, cabins, seats }: SailingOffer) => ({
      passengersLeft,
      laneCmLeft,
      cabins: cabins.map(({ left }) => left),
      seats: seats.map(({ left }) => left),
    });

    it('falls by what is held, and returns when it is released', async () => {
      const before = await offerOf();
      const ref = before.sailing.sailingRef;
      const hold = value(await stage.house.port.hold(familyOrder(before)));
      const held = await offerOf(ref);
      expect(held.passengersLeft).toBe(before.passengersLeft - 4);
      expect(held.laneCmLeft).toBe(before.laneCmLeft - 560);
      expect(held.seats[0]?.left).toBe((before.seats[0]?.left ?? 0) - 2);
      expect(counts(held).cabins).not.toEqual(counts(before).cabins);
      value(await stage.house.port.release(hold.holdRef));
      expect(counts(await offerOf(ref))).toEqual(counts(before));
    });

    it('returns when a hold is over, and the hold is gone: nobody can confirm it', async () => {
      const before = await offerOf();
      const order = familyOrder(before);
      const hold = value(await stage.house.port.hold(order));
      expect(hold.expiresAt.getTime()).toBeGreaterThan(stage.house.now().getTime() + 10 * 60_000);
      stage.house.at(hold.expiresAt.getTime() - 60_000);
      expect(value(await stage.house.port.find(order.orderKey))).toMatchObject({ state: 'held' });
      stage.house.at(hold.expiresAt.getTime() + 60_000);
      expect(counts(await offerOf(before.sailing.sailingRef))).toEqual(counts(before));
      expect(await stage.house.port.confirm(hold.holdRef, 'VF-2345678')).toMatchObject({
        problem: { kind: 'gone' },
      });
      expect(value(await stage.house.port.find(order.orderKey))).toEqual({ state: 'expired' });
      value(await stage.house.port.release(hold.holdRef));
    });

    it('is never sold beyond what there is: the last cabin goes to one of two', async () => {
      const offer = await offerOf();
      const cabin = offer.cabins.find(({ left }) => left > 0);
      await stage.house.happen({
        kind: 'others',
        sailingId: offer.sailing.sailingRef,
        taken: { [cabin?.code ?? '']: (cabin?.left ?? 0) - 1 },
      });
      const one = { cabins: [{ code: cabin?.code ?? '', quantity: 1 }] };
      const answers = await Promise.all([
        stage.house.port.hold(footOrder(offer, one)),
        stage.house.port.hold(footOrder(offer, one)),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: 'sold-out' } });
      await stage.house.happen({ kind: 'others', sailingId: offer.sailing.sailingRef, taken: {} });
    });

    it('of a ship that is full is said as nothing left', async () => {
      const offer = await offerOf();
      await stage.house.happen({
        kind: 'others',
        sailingId: offer.sailing.sailingRef,
        taken: { deck: offer.passengersLeft + 5 },
      });
      expect((await offerOf(offer.sailing.sailingRef)).passengersLeft).toBe(0);
      await stage.house.happen({ kind: 'others', sailingId: offer.sailing.sailingRef, taken: {} });
    });
  });

  describe('an order', () => {
    it('held twice under one key is one hold', async () => {
      const offer = await offerOf();
      const order = footOrder(offer);
      const first = value(await stage.house.port.hold(order));
      expect(value(await stage.house.port.hold(order)).holdRef).toBe(first.holdRef);
      expect((await offerOf(offer.sailing.sailingRef)).passengersLeft).toBe(offer.passengersLeft - 1);
    });

    it.each([
      ['lost after it was done', true],
      ['lost before it was done', false],
    ])('whose answer was %s is held once', async (_, applied) => {
      const order = footOrder(await offerOf());
      await stage.house.faults({ mode: 'down', times: 1, applied, only: candidate.holdRequest });
      const hold = value(await stage.house.port.hold(order));
      const entries = (await stage.house.book()).filter(({ key }) => key === order.orderKey);
      expect(entries).toHaveLength(1);
      expect(value(await stage.house.port.find(order.orderKey))).toMatchObject({
        state: 'held',
        hold: { holdRef: hold.holdRef },
      });
    });

    it('confirmed twice is one ticket, also at the same moment', async () => {
      const hold = value(await stage.house.port.hold(footOrder(await offerOf())));
      const confirm = () => stage.house.port.confirm(hold.holdRef, 'VF-2345678');
      const tickets = [value(await confirm()), ...(await Promise.all([confirm(), confirm()])).map(value)];
      expect(new Set(tickets.map(({ ticketRef }) => ticketRef)).size).toBe(1);
    });

    it('whose confirmation was lost is one ticket all the same', async () => {
      const order = footOrder(await offerOf());
      const hold = value(await stage.house.port.hold(order));
      await stage.house.faults({ mode: 'nonsense', times: 1, applied: true });
      const ticket = value(await stage.house.port.confirm(hold.holdRef, 'VF-2345678'));
      expect(value(await stage.house.port.find(order.orderKey))).toEqual({
        state: 'ticketed',
        ticket,
        holdRef: hold.holdRef,
      });
    });

    it('held twice at the same moment leaves one ticket and nothing beside it', async () => {
      const order = footOrder(await offerOf());
      const holds = await Promise.all([stage.house.port.hold(order), stage.house.port.hold(order)]);
      const { holdRef } = value(holds[1]);
      const ticket = value(await stage.house.port.confirm(holdRef, 'VF-2345678'));
      const states = (await stage.house.book()).filter(({ key }) => key === order.orderKey);
      expect(states.map(({ state }) => state).filter((state) => state !== 'released')).toEqual(['ticketed']);
      expect(value(await stage.house.port.find(order.orderKey))).toMatchObject({ state: 'ticketed', ticket });
    });

    it('released twice is released; a ticket is not released', async () => {
      const order = footOrder(await offerOf());
      const hold = value(await stage.house.port.hold(order));
      value(await stage.house.port.release(hold.holdRef));
      value(await stage.house.port.release(hold.holdRef));
      expect(value(await stage.house.port.find(order.orderKey))).toEqual({ state: 'released' });
      expect(await stage.house.port.confirm(hold.holdRef, 'VF-2345678')).toMatchObject({
        problem: { kind: 'gone' },
      });
      const sold = await ticketOf();
      expect(await stage.house.port.release(sold.hold.holdRef)).toMatchObject({
        problem: { kind: 'refused' },
      });
    });

    it('that nobody made is unknown, and nothing is lost by releasing it', async () => {
      expect(value(await stage.house.port.find(newKey()))).toEqual({ state: 'unknown' });
      expect(await stage.house.port.confirm('0000000000', 'VF-2345678')).toMatchObject({
        problem: { kind: 'gone' },
      });
      expect(await stage.house.port.release('0000000000')).toEqual({ ok: true, value: null });
    });

    it('that is refused is refused with a reason, at the hold and at the confirmation', async () => {
      const offer = await offerOf();
      const hold = value(await stage.house.port.hold(footOrder(offer)));
      await stage.house.faults({ refused: [offer.sailing.sailingRef] });
      expect(await stage.house.port.hold(footOrder(offer))).toMatchObject({ problem: { kind: 'refused' } });
      expect(await stage.house.port.confirm(hold.holdRef, 'VF-2345678')).toMatchObject({
        problem: { kind: 'refused' },
      });
    });

    it('for what is not sold is refused, for a ship that has left gone', async () => {
      const offer = await offerOf();
      const unknown = { cabins: [{ code: 'hammock', quantity: 1 }] };
      expect(await stage.house.port.hold(footOrder(offer, unknown))).toMatchObject({
        problem: { kind: 'refused' },
      });
      stage.house.at(offer.sailing.departsAt.getTime() + 1);
      expect(await stage.house.port.hold(footOrder(offer))).toMatchObject({ problem: { kind: 'gone' } });
    });

    it('outlives a restart of the company', async () => {
      const order = footOrder(await offerOf());
      const hold = value(await stage.house.port.hold(order));
      await stage.house.restart();
      expect(value(await stage.house.port.hold(order)).holdRef).toBe(hold.holdRef);
      expect(value(await stage.house.port.confirm(hold.holdRef, 'VF-2345678')).totalCents).toBe(
        hold.totalCents,
      );
    });
  });
});
