import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncomingWebhook } from '@/lib/operators/port';
import { CANDIDATES, NOON, openHouse } from './companies';
import { type Inbox, openInbox } from './inbox';
import { value } from './orders';
import { onStage } from './stage';

describe.each(CANDIDATES)('how $name is spoken with', (candidate) => {
  const stage = onStage(candidate);
  const { offers, offerOf, ticketOf, query } = stage;

  describe('an answer', () => {
    it('with fields that nobody knows is read like any other', async () => {
      const plain = await offers();
      await stage.house.faults({ talkative: true });
      expect(await offers()).toEqual(plain);
      const { ticket } = await ticketOf();
      expect(ticket.totalCents).toBeGreaterThan(0);
    });

    it.each(candidate.required)('without %s is none', async (field) => {
      await stage.house.faults({ missing: [field] });
      expect(await stage.house.port.offers(query)).toMatchObject({
        problem: { kind: 'wrong-answer', effect: 'none' },
      });
    });

    it('that is nonsense is asked for again; one that stays so is a problem, not an exception', async () => {
      await stage.house.faults({ mode: 'nonsense', times: 1 });
      expect((await offers()).length).toBeGreaterThan(0);
      await stage.house.faults({ mode: 'nonsense' });
      expect(await stage.house.port.offers(query)).toMatchObject({ problem: { kind: 'wrong-answer' } });
      await stage.house.faults({ mode: 'down' });
      expect(await stage.house.port.offers(query)).toMatchObject({
        problem: { kind: 'unavailable', effect: 'none' },
      });
      expect(await stage.house.port.cancel('1')).toMatchObject({
        problem: { kind: 'unavailable', effect: 'unknown' },
      });
    });
  });

  describe('a webhook', () => {
    const received: IncomingWebhook[] = [];
    let inbox: Inbox;
    beforeAll(async () => {
      inbox = await openInbox((webhook) => received.push(webhook));
      await stage.house.restart(inbox.url);
    });
    beforeEach(() => received.splice(0));
    afterAll(() => inbox.close());
    const delivered = async (count: number) => {
      await vi.waitFor(() => expect(received).toHaveLength(count), 20_000);
      return received;
    };

    it('tells what has happened, in the order in which it did', async () => {
      const { sailingRef } = (await offerOf()).sailing;
      const ship = stage.house.plan.ships.at(-1)?.name ?? '';
      await stage.house.happen({ kind: 'delay', sailingId: sailingRef, minutes: 90 });
      await stage.house.happen({ kind: 'ship', sailingId: sailingRef, ship });
      await stage.house.happen({ kind: 'percent', sailingId: sailingRef, percent: 0 });
      const read = (await delivered(3)).map((each) =>
        value(stage.house.port.readWebhook(each, stage.house.now())),
      );
      expect(read.flatMap(({ notices }) => notices)).toEqual([
        { kind: 'delayed', sailingRef, delayMinutes: 90 },
        { kind: 'ship-replaced', sailingRef, shipName: ship },
        { kind: 'availability-changed', sailingRef },
      ]);
      expect(new Set(read.map(({ deliveryId }) => deliveryId)).size).toBe(3);
    });

    it('delivered twice is known by its id', async () => {
      const { sailingRef } = (await offerOf()).sailing;
      await stage.house.faults({ twice: true });
      await stage.house.happen({ kind: 'delay', sailingId: sailingRef, minutes: 15 });
      const ids = (await delivered(2)).map(
        (each) => value(stage.house.port.readWebhook(each, stage.house.now())).deliveryId,
      );
      expect(ids[0]).toBe(ids[1]);
    });

    it('is believed only as it was signed, and only at its time', async () => {
      const { sailingRef } = (await offerOf()).sailing;
      await stage.house.happen({ kind: 'delay', sailingId: sailingRef, minutes: 30 });
      const [genuine] = await delivered(1);
      if (!genuine) throw new Error('nothing came');
      const refused = { ok: false, problem: { kind: 'refused', reason: 'signature' } };
      const read = (webhook: IncomingWebhook, at = stage.house.now()) =>
        stage.house.port.readWebhook(webhook, at);
      expect(read(genuine).ok).toBe(true);
      expect(read({ ...genuine, body: genuine.body.replace(sailingRef, 'another') })).toEqual(refused);
      expect(read({ ...genuine, headers: {} })).toEqual(refused);
      expect(read(genuine, new Date(NOON + 6 * 60_000))).toEqual(refused);
      expect(read(genuine, new Date(NOON - 6 * 60_000))).toEqual(refused);
    });
  });

  it('goes on through the end of a token, of its renewal, and a company that has forgotten both', async () => {
    for (const minutes of [0, 4, 11, 25 * 60]) {
      stage.house.pass(minutes);
      expect((await stage.house.port.timetable(query)).ok).toBe(true);
    }
    await stage.house.restart();
    expect((await stage.house.port.timetable(query)).ok).toBe(true);
    const figures = stage.house.metrics.figures().find(({ operation }) => operation === 'timetable');
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
