import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

/** An engine that takes events or not, and remembers them. */
const engine = { answer: 200, taken: [] as { id: string; name: string; ts: number }[] };
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    if (engine.answer === 200) engine.taken.push(...JSON.parse(body));
    response.writeHead(engine.answer, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ids: [], status: engine.answer }));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
process.env.INNGEST_DEV = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const { db } = await import('@/db/client');
const { outbox } = await import('@/db/schema/platform');
const { inTransaction } = await import('@/db/transaction');
const { recordEvent } = await import('./record-event');
const { relayOutbox, relaySoon } = await import('./relay-outbox');

afterAll(() => server.close());
beforeEach(async () => {
  await db.delete(outbox);
  engine.answer = 200;
  engine.taken = [];
});

const WRITTEN = new Date('2027-07-01T12:00:00Z');
const later = (seconds: number) => ({
  actor: { kind: 'system', name: 'test' } as const,
  locale: 'fr' as const,
  now: new Date(WRITTEN.getTime() + seconds * 1000),
  requestId: 'test',
});
const happen = (bookingId: string) =>
  inTransaction((tx) => recordEvent(tx, WRITTEN, 'booking/booking.confirmed', { bookingId }));
const unsent = async () => (await db.select().from(outbox)).filter((row) => row.sentAt === null).length;

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 2500; i++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it never came to that');
}

describe('what happened', () => {
  it('is sent right after the commit, under the id of its row, once for many calls', async () => {
    const ids = [await happen('a'), await happen('b')];
    for (let i = 0; i < 50; i++) relaySoon();
    await until(async () => (await unsent()) === 0);
    expect(engine.taken.map((event) => event.id).sort()).toEqual([...ids].sort());
    expect(engine.taken[0]).toMatchObject({ name: 'booking/booking.confirmed', ts: WRITTEN.getTime() });
  });

  it('is not sent when its transaction is undone', async () => {
    await inTransaction(async (tx) => {
      await recordEvent(tx, WRITTEN, 'booking/booking.confirmed', { bookingId: 'undone' });
      throw new Error('undo');
    }).catch(() => undefined);
    await relayOutbox(later(60));
    expect(engine.taken).toEqual([]);
  });

  it('is left to the process that wrote it at first, then sent by the job', async () => {
    await happen('a');
    expect(await relayOutbox(later(1))).toEqual({ sent: 0 });
    expect(await relayOutbox(later(10))).toEqual({ sent: 1 });
    expect(engine.taken).toHaveLength(1);
  });

  it('is kept while the engine is down, and the job says so', async () => {
    engine.answer = 503;
    await happen('a');
    await expect(relayOutbox(later(10))).rejects.toMatchObject({ code: 'events-not-taken', retryable: true });
    expect(await unsent()).toBe(1);
    engine.answer = 200;
    expect(await relayOutbox(later(20))).toEqual({ sent: 1 });
  });

  it('is sent once by two relays at the same time', async () => {
    for (let i = 0; i < 20; i++) await happen(`booking-${i}`);
    await Promise.all([relayOutbox(later(10)), relayOutbox(later(10))]);
    await relayOutbox(later(20));
    expect(engine.taken).toHaveLength(20);
  });

  it('is forgotten a week after it was sent', async () => {
    await happen('a');
    await relayOutbox(later(10));
    await relayOutbox(later(8 * 86_400));
    expect(await db.select().from(outbox)).toEqual([]);
  });
});

it('changes of stock are not for the engine', async () => {
  await inTransaction((tx) =>
    recordEvent(tx, WRITTEN, 'inventory/sailing.changed', {
      sailingId: 's',
      routeId: 'FRMRS-TNLGN',
      departureDay: '2027-07-14',
    }),
  );
  expect(await relayOutbox(later(10))).toEqual({ sent: 1 });
  expect(engine.taken).toEqual([]);
});
