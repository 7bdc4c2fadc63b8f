import fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { arbitraryOf, type Schema } from './arbitrary';
import { baseUrl, bookingBody, call, holdBody, sailings, uniqueName } from './client';

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  security?: unknown[];
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas?: Record<string, Schema> };
}
interface Case {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const CASES = 10_000;
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

function casesOf(
  document: Document,
  template: string,
  method: string,
  operation: Operation,
  token: string,
  known: string,
) {
  const components = document.components.schemas ?? {};
  const value = (schema: Schema) =>
    arbitraryOf(schema, components).map((v) => (typeof v === 'string' ? v : (JSON.stringify(v) ?? '')));
  const parameters = operation.parameters ?? [];
  const of = (where: string) =>
    fc.record(
      Object.fromEntries(parameters.filter((p) => p.in === where).map((p) => [p.name, value(p.schema)])),
      { requiredKeys: [] },
    );
  const bodySchema = operation.requestBody?.content['application/json']?.schema;
  const body = bodySchema
    ? fc.oneof(
        { weight: 9, arbitrary: arbitraryOf(bodySchema, components).map((v) => JSON.stringify(v) ?? 'null') },
        { weight: 1, arbitrary: fc.string() },
      )
    : fc.constant(undefined);
  const authorization = fc.oneof(
    fc.constantFrom(
      '',
      `Bearer ${token.slice(0, -1)}x`,
      'Bearer x',
      'Basic eDp5',
      `Bearer ${'a'.repeat(43)}`,
    ),
    fc.string().map((text) => `Bearer ${text.replaceAll(/[^\x20-\x7e]/g, '')}`),
  );
  return fc
    .record({ path: of('path'), query: of('query'), header: of('header'), body, authorization })
    .map((c): Case => {
      const filled = template.replaceAll(/\{(\w+)\}/g, (_, name) => encode(c.path[name] ?? known));
      const query = new URLSearchParams(Object.entries(c.query).map(([k, v]) => [k, wellFormed(String(v))]));
      const key = c.header['idempotency-key'];
      return {
        method: method.toUpperCase(),
        path: `${filled}${query.size ? `?${query}` : ''}`,
        headers: {
          ...(c.authorization && { authorization: c.authorization }),
          ...(key && /^[\x21-\x7e]+$/.test(String(key)) && { 'idempotency-key': String(key) }),
          ...(c.body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(c.body !== undefined && { body: wellFormed(c.body) }),
      };
    });
}

const wellFormed = (text: string) => text.toWellFormed();
/** A path segment; `.` and `..` would change the path and `''` the operation. */
const encode = (text: unknown) => {
  const segment = encodeURIComponent(wellFormed(String(text)).slice(0, 200));
  return segment === '' || /^\.+$/.test(segment) ? '%20' : segment;
};

test('no operation of the API ever fails or gives away another person’s data, whatever it is sent', async () => {
  test.setTimeout(600_000);
  const canary = uniqueName();
  const [sailing] = (await sailings('FRMRS', 'TNLGN', '2027-07-14')).filter((s) => s.bookable);
  const hold = await call<{ id: string }>('POST', '/api/v1/holds', { body: holdBody(sailing?.id as string) });
  const booking = await call<{ reference: string; accessToken: string }>('POST', '/api/v1/bookings', {
    body: bookingBody(hold.body.id, 1, canary),
  });
  expect(booking.status, JSON.stringify(booking.body)).toBe(201);
  const { reference, accessToken } = booking.body;
  const mine = await call('GET', `/api/v1/bookings/${reference}`, { token: accessToken });
  expect(JSON.stringify(mine.body)).toContain(canary);

  const document = (await call<Document>('GET', '/api/v1/openapi.json')).body;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const each = Math.ceil(CASES / operations.length);
  const failures: string[] = [];
  let sent = 0;
  for (const { path, method, operation } of operations) {
    const known = path.includes('holds') ? `hold_${'0'.repeat(32)}` : reference;
    const cases = fc.sample(casesOf(document, path, method, operation, accessToken, known), {
      numRuns: each,
      seed: SEED,
    });
    const queue = cases.values();
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (const one of queue) {
          sent++;
          const response = await fetch(`${baseUrl}${one.path}`, {
            method: one.method,
            headers: one.headers,
            body: one.body,
          });
          const text = await response.text();
          if (response.status >= 500)
            failures.push(`${response.status} ${JSON.stringify(one)} ${text.slice(0, 300)}`);
          if (text.includes(canary)) failures.push(`gave away a booking: ${JSON.stringify(one)}`);
        }
      }),
    );
  }
  expect(sent).toBeGreaterThanOrEqual(CASES);
  expect(failures.slice(0, 5), `seed ${SEED}`).toEqual([]);
});
