import { createHmac } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Trip } from '../payments/trip';
import { bookOf, companiesCalm, door, happens, receive, sailingOf, strike, tell } from './stage';

const { calm, eventually, passMinutes } = await import('../payments/stage');
const { book, job, openPage } = await import('../payments/trip');
const { sql } = await import('@/db/client');
const { processDelivery, processWaitingDeliveries } = await import('@/lib/supply/process-delivery');
const { followDirection } = await import('@/lib/supply/sync-operator');

afterAll(strike);
beforeEach(async () => {
  door.open = true;
  door.answers.length = 0;
  await calm();
  await companiesCalm();
  await sql`delete from outbox`;
  await sql`delete from supply_deliveries`;
});

const deliveries = () =>
  sql<{ supplier: string; deliveryId: string; isDone: boolean }[]>`
    select supplier, delivery_id as "deliveryId", processed_at is not null as "isDone"
    from supply_deliveries order by received_at`;
const looks = () =>
  sql<{ data: { supplier: string; only: { routeId: string; day: string } } }[]>`
    select data from outbox where name = 'supply/sync.due'`;
const sailingRow = async (id: string) => {
  const [row] = await sql<{ delay: number; ship: string; status: string; route: string; day: string }[]>`
    select delay_minutes as delay, ship_code as ship, status, route_id as route, departure_day::text as day
    from sailings where id = ${id}`;
  if (!row) throw new Error('no such sailing');
  return row;
};
/** A sailing that its company knows by a name, and that name. */
async function knownSailing(company: 'ctn' | 'gnv' | 'corsica-linea'): Promise<[string, string]> {
  const trip: Trip = await book(await sailingOf(company));
  await openPage(trip);
  const [entry] = await bookOf(company, trip.reference);
  await sql`delete from outbox`;
  return [trip.sailingId, entry?.order.sailingId ?? ''];
}
const arrived = (count: number) =>
  eventually(async () => (await deliveries()).length >= count, 'the webhook is stored');

describe.each(['ctn', 'gnv', 'corsica-linea'] as const)('a webhook of %s', (company) => {
  it('is stored once, starts a look at that day, and the delay is known', async () => {
    const [sailingId, ref] = await knownSailing(company);
    await tell(company, { twice: true });
    await happens(company, { kind: 'delay', sailingId: ref, minutes: 40 });
    await eventually(async () => door.answers.length >= 2, 'it is delivered twice');
    expect(door.answers).toEqual([200, 200]);
    const [delivery, ...others] = await deliveries();
    expect(others).toEqual([]);
    if (!delivery) throw new Error('not stored');
    await Promise.all([processDelivery(job(), delivery), processDelivery(job(), delivery)]);
    const { route: routeId, day } = await sailingRow(sailingId);
    expect((await looks()).map(({ data }) => data)).toMatchObject([
      { supplier: company, only: { routeId, day } },
    ]);
    await followDirection(job(), company, { routeId, from: day, to: day, isWhole: false });
    expect((await sailingRow(sailingId)).delay).toBe(40);
    await happens(company, { kind: 'delay', sailingId: ref, minutes: 0 });
    await followDirection(job(), company, { routeId, from: day, to: day, isWhole: false });
    expect((await sailingRow(sailingId)).delay).toBe(0);
  });
});

it('another ship and a cancellation come the same way', async () => {
  const [sailingId, ref] = await knownSailing('ctn');
  const { ship, route: routeId, day } = await sailingRow(sailingId);
  const other = ship === 'tanit' ? 'Carthage' : 'Tanit';
  await happens('ctn', { kind: 'ship', sailingId: ref, ship: other });
  await arrived(1);
  const look = () => followDirection(job(), 'ctn', { routeId, from: day, to: day, isWhole: false });
  await look();
  expect((await sailingRow(sailingId)).ship).toBe(other.toLowerCase());
  await happens('ctn', { kind: 'cancelled', sailingId: ref });
  await arrived(2);
  await look();
  expect((await sailingRow(sailingId)).status).toBe('cancelled');
});

it('what came while the product was down comes again; what nobody worked on is taken on', async () => {
  const [sailingId, ref] = await knownSailing('gnv');
  door.open = false;
  await happens('gnv', { kind: 'delay', sailingId: ref, minutes: 25 });
  await eventually(async () => door.answers.includes(503), 'it is turned away');
  door.open = true;
  await arrived(1);
  await processWaitingDeliveries(job());
  expect(await looks()).toHaveLength(0);
  passMinutes(1);
  await processWaitingDeliveries(job());
  expect(await looks()).toHaveLength(1);
  expect((await deliveries()).map(({ isDone }) => isDone)).toEqual([true]);
  expect(sailingId).not.toBe('');
});

it('many that come at once wait for none of each other', async () => {
  const [, ref] = await knownSailing('ctn');
  const notices = JSON.stringify([{ kind: 'delayed', sailingRef: ref }]);
  await sql`
    insert into supply_deliveries (supplier, delivery_id, notices, received_at)
    select 'ctn', 'many ' || n, ${notices}::jsonb, now() from generate_series(1, 40) n`;
  const all = await deliveries();
  await Promise.all(all.map((each) => processDelivery(job(), each)));
  expect((await deliveries()).every(({ isDone }) => isDone)).toBe(true);
}, 20_000);

describe('nobody else', () => {
  const body = JSON.stringify({ livraison: 'x', emis_le: '01/07/2027 12:00', evenements: [] });
  const signed = (secret: string, text: string) => ({
    'x-ctn-signature': createHmac('sha256', secret).update(text).digest('base64'),
  });

  it.each([
    ['an operator that there is not', 'nobody', body, {}, 404],
    ['one that sends no webhooks of its own', 'ferryhopper', body, {}, 404],
    ['a signature that is missing', 'ctn', body, {}, 401],
    ['the signature of somebody else', 'ctn', body, signed('guess', body), 401],
    ['a signature over another text', 'ctn', `${body} `, signed('rehearsal', body), 401],
    ['nonsense, well signed', 'ctn', '<html>', signed('rehearsal', '<html>'), 400],
    ['more than any operator has to say', 'ctn', 'x'.repeat(600_000), {}, 413],
  ])('%s', async (_, company, text, headers, status) => {
    expect(await receive(company, text, headers)).toBe(status);
    expect(await deliveries()).toEqual([]);
  });
});
