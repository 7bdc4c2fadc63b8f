import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { localDateOf } from '@/lib/kernel/dates';
import type { IncomingWebhook } from '@/lib/operators/port';
import type { Manifest, SailingOffer } from '@/lib/operators/words';
import { CANDIDATES, type House, NOON, openHouse, seasonOf } from './companies';
import { type Inbox, openInbox } from './inbox';
import { familyOrder, footOrder, newKey, priceBy, value } from './orders';

const HOUR = 3_600_000;

describe.each(CANDIDATES)('$name', (candidate) => {
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
  /** An offer with room for everybody, as it stands now. */
  async function offerOf(ref?: string): Promise<SailingOffer> {
    const found = (await offers()).find((offer) =>
      ref
        ? offer.sailing.sailingRef === ref
        : offer.laneCmLeft > 5_000 && offer.cabins.some(({ left }) => left > 2),
    );
    if (!found) throw new Error('no offer with room');
    return found;
  }
  async function ticketOf(changes = {}) {
    const offer = await offerOf();
    const hold = value(await house.port.hold(familyOrder(offer, changes)));
    return { offer, hold, ticket: value(await house.port.confirm(hold.holdRef, 'VF-2345678')) };
  }

  describe('the timetable', () => {
    const planned = seasonOf(candidate.name).sailings.filter(
      ({ from, to, departsAt }) =>
        `${from}-${to}` === routeId &&
        localDateOf(new Date(departsAt), 'Europe/Paris') >= query.from &&
        localDateOf(new Date(departsAt), 'Europe/Paris') <= query.to,
    );

    it('tells every departure at its instant, whatever the clocks of its ports read', async () => {
      const told = value(await house.port.timetable(query));
      expect(
        told.map(({ departsAt, arrivesAt }) => [departsAt.toISOString(), arrivesAt.toISOString()]),
      ).toEqual(planned.map(({ departsAt, arrivesAt }) => [departsAt, arrivesAt]));
      expect(told.length).toBeGreaterThan(3);
      expect(told.map(({ shipName }) => shipName)).toEqual(planned.map(({ ship }) => ship));
    });

    it('tells the way back as well, from a port of another zone', async () => {
      const back = routeId.split('-').reverse().join('-');
      const told = value(await house.port.timetable({ ...query, routeId: back }));
      const ways = house.plan.sailings.filter(({ from, to }) => `${from}-${to}` === back);
      const ids = new Map(ways.map((sailing) => [sailing.departsAt, sailing]));
      expect(told.length).toBeGreaterThan(0);
      for (const { departsAt, arrivesAt } of told)
        expect(ids.get(departsAt.toISOString())?.arrivesAt).toBe(arrivesAt.toISOString());
    });

    it('of a direction that nobody sails is empty', async () => {
      expect(value(await house.port.timetable({ ...query, routeId: 'FRNCE-FRILR' }))).toEqual([]);
    });

    it('tells each departure once, also where it is said twice', async () => {
      const once = value(await house.port.timetable(query));
      await house.faults({ twice: true });
      expect(value(await house.port.timetable(query))).toEqual(once);
    });

    it('tells another ship, a delay and a cancellation; what is cancelled is not for sale', async () => {
      const [late, other, off] = (await offers()).slice(1).map(({ sailing }) => sailing);
      const ship = house.plan.ships.find(({ name }) => name !== other?.shipName)?.name ?? '';
      await house.happen({ kind: 'delay', sailingId: late?.sailingRef, minutes: 95 });
      await house.happen({ kind: 'ship', sailingId: other?.sailingRef, ship });
      await house.happen({ kind: 'cancelled', sailingId: off?.sailingRef });
      const told = new Map(value(await house.port.timetable(query)).map((each) => [each.sailingRef, each]));
      expect(told.get(late?.sailingRef ?? '')).toEqual({ ...late, delayMinutes: 95 });
      expect(told.get(other?.sailingRef ?? '')).toEqual({ ...other, shipName: ship });
      expect(told.get(off?.sailingRef ?? '')).toEqual({ ...off, status: 'cancelled' });
      expect((await offers()).map(({ sailing }) => sailing.sailingRef)).not.toContain(off?.sailingRef);
    });
  });

  describe('prices', () => {
    it('are the published ones, to the cent', async () => {
      const offer = await offerOf();
      const planned = house.plan.sailings.find(
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
        const hold = value(await house.port.hold(order));
        expect(hold.totalCents).toBe(priceBy(offer, order));
        expect(hold.lines.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(hold.totalCents);
        value(await house.port.release(hold.holdRef));
      },
    );

    it('that have risen hold nothing when another was expected, and say the new one', async () => {
      const offer = await offerOf();
      const order = familyOrder(offer, { expectedCents: priceBy(offer, familyOrder(offer)) });
      await house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 10 });
      const risen = await offerOf(offer.sailing.sailingRef);
      expect(await house.port.hold(order)).toEqual({
        ok: false,
        problem: { kind: 'price-changed', totalCents: priceBy(risen, order) },
      });
      expect(await offerOf(offer.sailing.sailingRef)).toMatchObject({ laneCmLeft: offer.laneCmLeft });
      await house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 0 });
    });

    it('of a hold stand, whatever rises afterwards', async () => {
      const offer = await offerOf();
      const hold = value(await house.port.hold(footOrder(offer)));
      await house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 20 });
      const ticket = value(await house.port.confirm(hold.holdRef, 'VF-2345678'));
      expect(ticket.totalCents).toBe(hold.totalCents);
      await house.happen({ kind: 'percent', sailingId: offer.sailing.sailingRef, percent: 0 });
    });
  });

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
      const hold = value(await house.port.hold(familyOrder(before)));
      const held = await offerOf(ref);
      expect(held.passengersLeft).toBe(before.passengersLeft - 4);
      expect(held.laneCmLeft).toBe(before.laneCmLeft - 560);
      expect(held.seats[0]?.left).toBe((before.seats[0]?.left ?? 0) - 2);
      expect(counts(held).cabins).not.toEqual(counts(before).cabins);
      value(await house.port.release(hold.holdRef));
      expect(counts(await offerOf(ref))).toEqual(counts(before));
    });

    it('returns when a hold is over, and the hold is gone: nobody can confirm it', async () => {
      const before = await offerOf();
      const order = familyOrder(before);
      const hold = value(await house.port.hold(order));
      expect(hold.expiresAt.getTime()).toBeGreaterThan(house.now().getTime() + 10 * 60_000);
      house.at(hold.expiresAt.getTime() - 60_000);
      expect(value(await house.port.find(order.orderKey))).toMatchObject({ state: 'held' });
      house.at(hold.expiresAt.getTime() + 60_000);
      expect(counts(await offerOf(before.sailing.sailingRef))).toEqual(counts(before));
      expect(await house.port.confirm(hold.holdRef, 'VF-2345678')).toMatchObject({
        problem: { kind: 'gone' },
      });
      expect(value(await house.port.find(order.orderKey))).toEqual({ state: 'expired' });
      value(await house.port.release(hold.holdRef));
    });

    it('is never sold beyond what there is: the last cabin goes to one of two', async () => {
      const offer = await offerOf();
      const cabin = offer.cabins.find(({ left }) => left > 0);
      await house.happen({
        kind: 'others',
        sailingId: offer.sailing.sailingRef,
        taken: { [cabin?.code ?? '']: (cabin?.left ?? 0) - 1 },
      });
      const one = { cabins: [{ code: cabin?.code ?? '', quantity: 1 }] };
      const answers = await Promise.all([
        house.port.hold(footOrder(offer, one)),
        house.port.hold(footOrder(offer, one)),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problem: { kind: 'sold-out' } });
      await house.happen({ kind: 'others', sailingId: offer.sailing.sailingRef, taken: {} });
    });

    it('of a ship that is full is said as nothing left', async () => {
      const offer = await offerOf();
      await house.happen({
        kind: 'others',
        sailingId: offer.sailing.sailingRef,
        taken: { deck: offer.passengersLeft + 5 },
      });
      expect((await offerOf(offer.sailing.sailingRef)).passengersLeft).toBe(0);
      await house.happen({ kind: 'others', sailingId: offer.sailing.sailingRef, taken: {} });
    });
  });

  describe('an order', () => {
    it('held twice under one key is one hold', async () => {
      const offer = await offerOf();
      const order = footOrder(offer);
      const first = value(await house.port.hold(order));
      expect(value(await house.port.hold(order)).holdRef).toBe(first.holdRef);
      expect((await offerOf(offer.sailing.sailingRef)).passengersLeft).toBe(offer.passengersLeft - 1);
    });

    it.each([
      ['lost after it was done', true],
      ['lost before it was done', false],
    ])('whose answer was %s is held once', async (_, applied) => {
      const order = footOrder(await offerOf());
      await house.faults({ mode: 'down', times: 1, applied, only: candidate.holdRequest });
      const hold = value(await house.port.hold(order));
      const entries = (await house.book()).filter(({ key }) => key === order.orderKey);
      expect(entries).toHaveLength(1);
      expect(value(await house.port.find(order.orderKey))).toMatchObject({
        state: 'held',
        hold: { holdRef: hold.holdRef },
      });
    });

    it('confirmed twice is one ticket, also at the same moment', async () => {
      const hold = value(await house.port.hold(footOrder(await offerOf())));
      const confirm = () => house.port.confirm(hold.holdRef, 'VF-2345678');
      const tickets = [value(await confirm()), ...(await Promise.all([confirm(), confirm()])).map(value)];
      expect(new Set(tickets.map(({ ticketRef }) => ticketRef)).size).toBe(1);
    });

    it('whose confirmation was lost is one ticket all the same', async () => {
      const order = footOrder(await offerOf());
      const hold = value(await house.port.hold(order));
      await house.faults({ mode: 'nonsense', times: 1, applied: true });
      const ticket = value(await house.port.confirm(hold.holdRef, 'VF-2345678'));
      expect(value(await house.port.find(order.orderKey))).toEqual({
        state: 'ticketed',
        ticket,
        holdRef: hold.holdRef,
      });
    });

    it('released twice is released; a ticket is not released', async () => {
      const order = footOrder(await offerOf());
      const hold = value(await house.port.hold(order));
      value(await house.port.release(hold.holdRef));
      value(await house.port.release(hold.holdRef));
      expect(value(await house.port.find(order.orderKey))).toEqual({ state: 'released' });
      expect(await house.port.confirm(hold.holdRef, 'VF-2345678')).toMatchObject({
        problem: { kind: 'gone' },
      });
      const sold = await ticketOf();
      expect(await house.port.release(sold.hold.holdRef)).toMatchObject({ problem: { kind: 'refused' } });
    });

    it('that nobody made is unknown, and nothing is lost by releasing it', async () => {
      expect(value(await house.port.find(newKey()))).toEqual({ state: 'unknown' });
      expect(await house.port.confirm('0000000000', 'VF-2345678')).toMatchObject({
        problem: { kind: 'gone' },
      });
      expect(await house.port.release('0000000000')).toEqual({ ok: true, value: null });
    });

    it('that is refused is refused with a reason, at the hold and at the confirmation', async () => {
      const offer = await offerOf();
      const hold = value(await house.port.hold(footOrder(offer)));
      await house.faults({ refused: [offer.sailing.sailingRef] });
      expect(await house.port.hold(footOrder(offer))).toMatchObject({ problem: { kind: 'refused' } });
      expect(await house.port.confirm(hold.holdRef, 'VF-2345678')).toMatchObject({
        problem: { kind: 'refused' },
      });
    });

    it('for what is not sold is refused, for a ship that has left gone', async () => {
      const offer = await offerOf();
      const unknown = { cabins: [{ code: 'hammock', quantity: 1 }] };
      expect(await house.port.hold(footOrder(offer, unknown))).toMatchObject({
        problem: { kind: 'refused' },
      });
      house.at(offer.sailing.departsAt.getTime() + 1);
      expect(await house.port.hold(footOrder(offer))).toMatchObject({ problem: { kind: 'gone' } });
    });

    it('outlives a restart of the company', async () => {
      const order = footOrder(await offerOf());
      const hold = value(await house.port.hold(order));
      await house.restart();
      expect(value(await house.port.hold(order)).holdRef).toBe(hold.holdRef);
      expect(value(await house.port.confirm(hold.holdRef, 'VF-2345678')).totalCents).toBe(hold.totalCents);
    });
  });

  describe('a ticket given back', () => {
    it.each(['basic', 'standard', 'flex'] as const)(
      'in %s costs what the offer told, at every step',
      async (family) => {
        const { offer } = await ticketOf({ family });
        const grid = offer.families.find((each) => each.family === family)?.cancellation ?? [];
        expect(grid.at(-1)?.hoursBefore).toBe(0);
        for (const { hoursBefore, keptPercent } of grid) {
          house.at(NOON);
          const { ticket } = await ticketOf({ family, sailingRef: offer.sailing.sailingRef });
          const notice = offer.sailing.departsAt.getTime() - hoursBefore * HOUR;
          if (notice < NOON) continue;
          house.at(notice);
          const kept = Math.round((ticket.totalCents * keptPercent) / 100);
          expect(value(await house.port.cancel(ticket.ticketRef))).toEqual({
            keptCents: kept,
            returnedCents: ticket.totalCents - kept,
          });
        }
      },
    );

    it('after the ship has left returns nothing', async () => {
      const { offer, ticket } = await ticketOf({ family: 'flex' });
      house.at(offer.sailing.departsAt.getTime() + HOUR);
      expect(value(await house.port.cancel(ticket.ticketRef))).toEqual({
        keptCents: ticket.totalCents,
        returnedCents: 0,
      });
    });

    it('twice returns the same once, though the steps have moved on, and its places are free', async () => {
      const before = await offerOf();
      const { offer, ticket } = await ticketOf({ family: 'flex', sailingRef: before.sailing.sailingRef });
      const first = value(await house.port.cancel(ticket.ticketRef));
      house.at(offer.sailing.departsAt.getTime() - HOUR);
      expect(value(await house.port.cancel(ticket.ticketRef))).toEqual(first);
      house.at(NOON);
      expect((await offerOf(before.sailing.sailingRef)).laneCmLeft).toBe(before.laneCmLeft);
    });

    it('that nobody has is gone', async () => {
      expect(await house.port.cancel('000000000000')).toMatchObject({ problem: { kind: 'gone' } });
    });
  });

  it('takes the manifest of a ticket, and the corrected one after it', async () => {
    const { ticket } = await ticketOf();
    const manifest: Manifest = {
      travellers: [
        {
          kind: 'adult',
          familyName: 'Ben Saïd',
          givenNames: 'Zoé',
          sex: 'female',
          birthDate: '1988-02-29',
          nationality: 'TN',
          document: { type: 'passport', number: 'X1234567', expiresOn: '2030-01-31' },
          specialCare: 'fauteuil roulant',
          emergencyPhone: '+33612345678',
        },
        {
          kind: 'infant',
          familyName: 'Ben Saïd',
          givenNames: 'Adam',
          sex: 'unspecified',
          birthDate: '2026-12-24',
          nationality: 'FR',
        },
      ],
      vehiclePlates: ['AB-123-CD'],
    };
    const sent = async () => {
      const entries = await house.book();
      return JSON.stringify(entries.find((entry) => entry.ticket && ticket.ticketRef.endsWith(entry.ticket)));
    };
    value(await house.port.sendManifest(ticket.ticketRef, manifest));
    value(await house.port.sendManifest(ticket.ticketRef, { ...manifest, vehiclePlates: ['EF-456-GH'] }));
    const kept = await sent();
    for (const word of ['Ben Saïd', 'X1234567', 'fauteuil roulant', '+33612345678', 'EF-456-GH'])
      expect(kept).toContain(word);
    expect(kept).not.toContain('AB-123-CD');
    expect(await house.port.sendManifest('000000000000', manifest)).toMatchObject({
      problem: { kind: 'gone' },
    });
  });

  describe('an answer', () => {
    it('with fields that nobody knows is read like any other', async () => {
      const plain = await offers();
      await house.faults({ talkative: true });
      expect(await offers()).toEqual(plain);
      const { ticket } = await ticketOf();
      expect(ticket.totalCents).toBeGreaterThan(0);
    });

    it.each(candidate.required)('without %s is none', async (field) => {
      await house.faults({ missing: [field] });
      expect(await house.port.offers(query)).toMatchObject({
        problem: { kind: 'wrong-answer', effect: 'none' },
      });
    });

    it('that is nonsense is asked for again; one that stays so is a problem, not an exception', async () => {
      await house.faults({ mode: 'nonsense', times: 1 });
      expect((await offers()).length).toBeGreaterThan(0);
      await house.faults({ mode: 'nonsense' });
      expect(await house.port.offers(query)).toMatchObject({ problem: { kind: 'wrong-answer' } });
      await house.faults({ mode: 'down' });
      expect(await house.port.offers(query)).toMatchObject({
        problem: { kind: 'unavailable', effect: 'none' },
      });
      expect(await house.port.cancel('1')).toMatchObject({
        problem: { kind: 'unavailable', effect: 'unknown' },
      });
    });
  });

  describe('a webhook', () => {
    const received: IncomingWebhook[] = [];
    let inbox: Inbox;
    beforeAll(async () => {
      inbox = await openInbox((webhook) => received.push(webhook));
      await house.restart(inbox.url);
    });
    beforeEach(() => received.splice(0));
    afterAll(() => inbox.close());
    const delivered = async (count: number) => {
      await vi.waitFor(() => expect(received).toHaveLength(count), 20_000);
      return received;
    };

    it('tells what has happened, in the order in which it did', async () => {
      const { sailingRef } = (await offerOf()).sailing;
      const ship = house.plan.ships.at(-1)?.name ?? '';
      await house.happen({ kind: 'delay', sailingId: sailingRef, minutes: 90 });
      await house.happen({ kind: 'ship', sailingId: sailingRef, ship });
      await house.happen({ kind: 'percent', sailingId: sailingRef, percent: 0 });
      const read = (await delivered(3)).map((each) => value(house.port.readWebhook(each, house.now())));
      expect(read.flatMap(({ notices }) => notices)).toEqual([
        { kind: 'delayed', sailingRef, delayMinutes: 90 },
        { kind: 'ship-replaced', sailingRef, shipName: ship },
        { kind: 'availability-changed', sailingRef },
      ]);
      expect(new Set(read.map(({ deliveryId }) => deliveryId)).size).toBe(3);
    });

    it('delivered twice is known by its id', async () => {
      const { sailingRef } = (await offerOf()).sailing;
      await house.faults({ twice: true });
      await house.happen({ kind: 'delay', sailingId: sailingRef, minutes: 15 });
      const ids = (await delivered(2)).map(
        (each) => value(house.port.readWebhook(each, house.now())).deliveryId,
      );
      expect(ids[0]).toBe(ids[1]);
    });

    it('is believed only as it was signed, and only at its time', async () => {
      const { sailingRef } = (await offerOf()).sailing;
      await house.happen({ kind: 'delay', sailingId: sailingRef, minutes: 30 });
      const [genuine] = await delivered(1);
      if (!genuine) throw new Error('nothing came');
      const refused = { ok: false, problem: { kind: 'refused', reason: 'signature' } };
      const read = (webhook: IncomingWebhook, at = house.now()) => house.port.readWebhook(webhook, at);
      expect(read(genuine).ok).toBe(true);
      expect(read({ ...genuine, body: genuine.body.replace(sailingRef, 'another') })).toEqual(refused);
      expect(read({ ...genuine, headers: {} })).toEqual(refused);
      expect(read(genuine, new Date(NOON + 6 * 60_000))).toEqual(refused);
      expect(read(genuine, new Date(NOON - 6 * 60_000))).toEqual(refused);
    });
  });

  it('goes on through the end of a token, of its renewal, and a company that has forgotten both', async () => {
    for (const minutes of [0, 4, 11, 25 * 60]) {
      house.pass(minutes);
      expect((await house.port.timetable(query)).ok).toBe(true);
    }
    await house.restart();
    expect((await house.port.timetable(query)).ok).toBe(true);
    const figures = house.metrics.figures().find(({ operation }) => operation === 'timetable');
    expect(figures?.outcomes).toEqual({ ok: figures?.attempts });
  });

  it('that hangs is left alone in the end, and costs nobody more than the time it is given', async () => {
    const hanging = await openHouse(candidate, {
      attemptMs: 300,
      attempts: 1,
      threshold: 2,
      restMs: 600_000,
    });
    await hanging.faults({ mode: 'timeout' });
    const ask = () => hanging.port.offers(query);
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', why: 'late' } });
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', why: 'late' } });
    expect(await ask()).toMatchObject({ problem: { kind: 'unavailable', why: 'resting' } });
    await hanging.stop();
  });
});
