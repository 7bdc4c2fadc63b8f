import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { listenInSilence, ownRedis, type RedisOnTrial } from './own-redis';

tellWhatIsMissing('announcements of stock through a real Redis');

const WRITTEN = new Date('2027-07-01T12:00:00Z');
const SAILING = { sailingId: 's1', routeId: 'FRMRS-TNLGN', departureDay: '2027-07-14' };
const hint = (sailingId: string, at = WRITTEN.toISOString()) => ({ ...SAILING, sailingId, at });

describe.each(ENGINES)('a change of stock, through a Redis $name', ({ engine }) => {
  let house: RedisOnTrial;
  let announceAvailability: typeof import('@/lib/realtime/announce-availability').announceAvailability;
  let sailingChanges: typeof import('@/lib/inventory/announce-stock').sailingChanges;
  let recordEvents: typeof import('@/lib/events/record-event').recordEvents;
  let relayOutbox: typeof import('@/lib/events/relay-outbox').relayOutbox;
  let inTransaction: typeof import('@/db/transaction').inTransaction;
  let unsent: () => Promise<number>;

  beforeAll(async () => {
    house = await ownRedis(engine);
    vi.resetModules();
    ({ announceAvailability } = await import('@/lib/realtime/announce-availability'));
    ({ sailingChanges } = await import('@/lib/inventory/announce-stock'));
    ({ recordEvents } = await import('@/lib/events/record-event'));
    ({ relayOutbox } = await import('@/lib/events/relay-outbox'));
    ({ inTransaction } = await import('@/db/transaction'));
    const { db } = await import('@/db/client');
    const { outbox } = await import('@/db/schema/platform');
    unsent = async () => (await db.select().from(outbox)).filter((row) => row.sentAt === null).length;
  });
  beforeEach(() => house.start());
  afterAll(() => house.end());

  /** What is heard on the channel of stock from now on. */
  async function listener() {
    const heard: unknown[] = [];
    const client = new Redis({ url: house.url, token: house.token, enableTelemetry: false });
    const subscription = client.subscribe(['voila:availability']);
    subscription.on('message', ({ message }) => heard.push(message));
    await new Promise((resolve) => subscription.on('subscribe', resolve));
    return { heard, leave: () => subscription.unsubscribe() };
  }

  const later = (seconds: number) => ({
    actor: { kind: 'system', name: 'test' } as const,
    locale: 'fr' as const,
    now: new Date(WRITTEN.getTime() + seconds * 1000),
    requestId: 'test',
  });
  const change = (sailingId: string) =>
    inTransaction((tx) => recordEvents(tx, sailingChanges(WRITTEN, [{ ...SAILING, id: sailingId }])));

  it('reaches who listens, once per sailing however often it changed, with its last instant', async () => {
    const { heard, leave } = await listener();
    const last = '2027-07-01T12:00:09.000Z';
    await announceAvailability([hint('s1'), hint('s2'), hint('s1', last)]);
    await expect.poll(() => heard.length).toBe(2);
    expect(heard).toEqual([hint('s1', last), hint('s2')]);
    await leave();
  });

  it('that was committed is announced by the relay', async () => {
    const { heard, leave } = await listener();
    await change('s3');
    await relayOutbox(later(10));
    await expect.poll(() => heard).toEqual([hint('s3')]);
    expect(await unsent()).toBe(0);
    await leave();
  });

  it('says nothing where there is nothing to say, whatever Redis does', async () => {
    await house.stop();
    await announceAvailability([]);
  });

  it('throws when Redis is gone, and is heard again when it is back', async () => {
    await house.stop();
    await expect(announceAvailability([hint('s4')])).rejects.toThrow();
    await house.start();
    const { heard, leave } = await listener();
    await announceAvailability([hint('s4')]);
    await expect.poll(() => heard).toEqual([hint('s4')]);
    await leave();
  });

  it('throws when Redis refuses it', async () => {
    const wrong = await house.withOtherToken();
    await expect(announceAvailability([hint('s5')])).rejects.toThrow('WRONGPASS');
    await wrong();
  });

  it('throws when Redis takes the connection and stays silent', async () => {
    await house.stop();
    const silent = await listenInSilence(house.port);
    await expect(announceAvailability([hint('s6')])).rejects.toThrow(/timeout|abort/i);
    await silent();
  });

  it('that Redis could not be told is let go by the relay: nothing waits behind it', async () => {
    await house.stop();
    await change('s7');
    await relayOutbox(later(20));
    expect(await unsent()).toBe(0);

    await house.start();
    const { heard, leave } = await listener();
    await change('s8');
    await relayOutbox(later(30));
    await expect.poll(() => heard).toEqual([hint('s8')]);
    await leave();
  });
});
