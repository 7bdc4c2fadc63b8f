import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IncomingWebhook } from '@/lib/operators/port';
import { CANDIDATES, NOON } from './companies';
import { type Inbox, openInbox } from './inbox';
import { value } from './orders';
import { onStage } from './stage';

describe.each(CANDIDATES.filter(({ front }) => front().webhook))(
  'what $name tells by itself',
  (candidate) => {
    const stage = onStage(candidate);
    const { offerOf } = stage;

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
      const ship = stage.house.shipInstead(sailingRef);
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
  },
);
