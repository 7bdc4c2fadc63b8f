import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { type Case, casesOf, type Document, type Known } from './cases';
import { baseUrl, bookingBody, call, holdBody, sailings, uniqueName } from './client';

const CASES = 10_000;
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
/** Holds that spoilt bookings are made of. */
const HOLDS = 120;
/** Operations that end what others need: they come last. */
const ENDING = new Set(['releaseHold', 'cancelBooking']);

async function placeHold(sailingId: string): Promise<string> {
  const reply = await call<{ id: string }>('POST', '/api/v1/holds', { body: holdBody(sailingId) });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body.id;
}

async function book(sailingId: string, name: string): Promise<{ reference: string; accessToken: string }> {
  const body = bookingBody(await placeHold(sailingId), 1, name);
  const reply = await call<{ reference: string; accessToken: string }>('POST', '/api/v1/bookings', { body });
  expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  return reply.body;
}

/** A stage with somebody's booking on it, named `canary`, and things of the sender's own. */
async function setStage(canary: string): Promise<Known> {
  const days = ['2027-07-13', '2027-07-14', '2027-07-15', '2027-07-16'];
  const found = await Promise.all(days.map((day) => sailings('FRMRS', 'TNLGN', day)));
  const sailingIds = found.flat().flatMap((sailing) => (sailing.bookable ? [sailing.id] : []));
  const [first] = sailingIds;
  if (!first) throw new Error('no sailing can be booked');
  const victim = await book(first, canary);
  const own = await book(first, uniqueName());
  const holdIds: string[] = [];
  for (let i = 0; i < HOLDS; i++) holdIds.push(await placeHold(sailingIds[i % sailingIds.length] as string));
  return { victim, own, holdIds, sailingIds };
}

/** Sends all, 16 at once; tells each answer to `see`. */
async function send(
  cases: readonly Case[],
  see: (one: Case, status: number, text: string) => void,
): Promise<void> {
  const queue = cases.values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const one of queue) {
        const { method, headers, body } = one;
        const response = await fetch(`${baseUrl}${one.path}`, { method, headers, body });
        see(one, response.status, await response.text());
      }
    }),
  );
}

test('no operation of the API ever fails or gives away another person’s data, whatever it is sent', async () => {
  test.setTimeout(600_000);
  const canary = uniqueName();
  const known = await setStage(canary);
  const mine = await call('GET', `/api/v1/bookings/${known.victim.reference}`, {
    token: known.victim.accessToken,
  });
  expect(JSON.stringify(mine.body)).toContain(canary);

  const document = (await call<Document>('GET', '/api/v1/openapi.json')).body;
  const operations = Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )
    .sort(
      (a, b) => Number(ENDING.has(a.operation.operationId)) - Number(ENDING.has(b.operation.operationId)),
    );
  const each = Math.ceil(CASES / operations.length);
  const failures: string[] = [];
  const taken = new Set<string>();
  let sent = 0;
  for (const { path, method, operation } of operations) {
    const arbitrary = casesOf(document, path, method, operation, known);
    await send(fc.sample(arbitrary, { numRuns: each, seed: SEED }), (one, status, text) => {
      sent++;
      if (status < 300) taken.add(operation.operationId);
      if (status >= 500) failures.push(`${status} ${JSON.stringify(one)} ${text.slice(0, 300)}`);
      if (text.includes(canary) || text.includes(canary.toLowerCase()))
        failures.push(`gave away a booking: ${JSON.stringify(one)}`);
    });
  }
  expect(sent).toBeGreaterThanOrEqual(CASES);
  expect(failures.slice(0, 5), `seed ${SEED}`).toEqual([]);
  // Requests got to the bottom of these, and did not all break at the door.
  expect([...taken]).toEqual(
    expect.arrayContaining(['searchSailings', 'placeHold', 'placeBooking', 'getBooking', 'startPayment']),
  );
});
