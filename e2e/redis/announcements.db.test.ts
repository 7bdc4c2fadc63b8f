import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hintOf } from '@/lib/realtime/testing/hints';
import { ENGINES, tellWhatIsMissing } from '@/sandbox/testing/redis-engines';
import { listenInSilence, ownRedis, type RedisOnTrial } from './own-redis';

tellWhatIsMissing('announcements of stock through a real Redis');

const WRITTEN = new Date('2027-07-01T12:00:00Z');
const SAILING = { sailingId: 's1', routeId: 'FRMRS-TNLGN', departureDay: '2027-07-14' };
const hint = (sailingId: string, seq: number) => hintOf(sailingId, { seq });
/** Nothing sails there: a hint that says so, with its number. */
const none = (sailingId: string, seq: number) =>
  expect.objectContaining({ ...SAILING, sailingId, at: WRITTEN.toISOString(), open: false, seq });

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
    subscription.on('message', ({ message }) => heard.push(...(message as { hints: unknown[] }).hints));
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

  it('reaches who listens', async () => {
    const { heard, leave } = await listener();
    await announceAvailability([hint('s1', 1), hint('s2', 2)]);
    await expect.poll(() => heard).toEqual([hint('s1', 1), hint('s2', 2)]);
    await leave();
  });

  it('that was committed is announced by the relay, once per sailing however often it changed', async () => {
    const { heard, leave } = await listener();
    await change('s3');
    await change('s3');
    await relayOutbox(later(10));
    await expect.poll(() => heard).toEqual([none('s3', 1)]);
    expect(await unsent()).toBe(0);
    await leave();
  });

  it('says nothing where there is nothing to say, whatever Redis does', async () => {
    await house.stop();
    await announceAvailability([]);
  });

  it('throws when Redis is gone, and is heard again when it is back', async () => {
    await house.stop();
    await expect(announceAvailability([hint('s4', 1)])).rejects.toThrow();
    await house.start();
    const { heard, leave } = await listener();
    await announceAvailability([hint('s4', 1)]);
    await expect.poll(() => heard).toEqual([hint('s4', 1)]);
    await leave();
  });

  it('throws when Redis refuses it', async () => {
    const wrong = await house.withOtherToken();
    await expect(announceAvailability([hint('s5', 1)])).rejects.toThrow('WRONGPASS');
    await wrong();
  });

  it('throws when Redis takes the connection and stays silent', async () => {
    await house.stop();
    const silent = await listenInSilence(house.port);
    await expect(announceAvailability([hint('s6', 1)])).rejects.toThrow(/timeout|abort/i);
    await silent();
  });

  it('that Redis could not be told holds nothing up, and is told when Redis is back', async () => {
    await house.stop();
    await change('s7');
    await relayOutbox(later(20));
    expect(await unsent()).toBe(0);

    await house.start();
    const { heard, leave } = await listener();
    await change('s8');
    await relayOutbox(later(30));
    await expect.poll(() => heard.length, { timeout: 5000 }).toBe(2);
    expect(heard).toEqual(expect.arrayContaining([none('s7', 2), none('s8', 3)]));
    await leave();
  });
});
