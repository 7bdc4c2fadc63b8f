import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'playwright/test';
import { addDays } from '@/lib/kernel/dates';
import { baseUrl, bookingBody, call, holdBody, sailings, uniqueName } from './client';

/* What the API answers is what its own description says: nothing less, and nothing that it does not tell of. */

const DOCUMENT = 'document';
const SOON = addDays(new Date().toISOString().slice(0, 10), 45);

interface Reply {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Record<string, string>;
}

let validatorOf: (template: string, method: string, status: number) => ValidateFunction;
let described: readonly string[];

test.beforeAll(async () => {
  const { body: document } = await call<{ paths: Record<string, Record<string, unknown>> }>(
    'GET',
    '/api/v1/openapi.json',
  );
  described = Object.keys(document.paths);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, DOCUMENT);
  const step = (name: string) => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
  validatorOf = (template, method, status) =>
    ajv.compile({
      $ref: `${DOCUMENT}#/paths/${step(template)}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`,
    });
});

/** Asks, and holds the answer against what is said of `template`. */
async function ask<T>(
  template: string,
  status: number,
  { path, method = 'GET', ...options }: Reply,
): Promise<T> {
  const reply = await call<T>(method, path, options);
  expect(reply.status, JSON.stringify(reply.body)).toBe(status);
  const validate = validatorOf(template, method, status);
  expect(validate(reply.body), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return reply.body;
}

test('what is asked for by anybody', async () => {
  const line = `from=FRMRS&to=FRBIA&date=${SOON}`;
  const ports = await ask<{ data: { code: string }[] }>('/api/v1/ports', 200, { path: '/api/v1/ports' });
  const routes = await ask<{ data: { id: string; from: string; lowest: unknown }[] }>('/api/v1/routes', 200, {
    path: '/api/v1/routes?locale=it',
  });
  expect(routes.data).toHaveLength(52);
  expect(routes.data.filter(({ lowest }) => lowest).length).toBeGreaterThan(20);
  const codes = ports.data.map(({ code }) => code);
  for (const { from } of routes.data) expect(codes).toContain(from);
  for (const path of ['/api/v1/sailings', '/api/v1/sailings/connections'])
    await ask(path, 200, { path: `${path}?${line}&adults=2&vehicles=car` });
  await ask('/api/v1/sailings/connections', 200, {
    path: `/api/v1/sailings/connections?from=FRBIA&to=TNLGN&date=${SOON}`,
  });
  const left = await ask<{ data: unknown[] }>('/api/v1/sailings/availability', 200, {
    path: `/api/v1/sailings/availability?routes=FRMRS-FRBIA,FRBIA-FRMRS&dates=${SOON}`,
  });
  expect(left.data.length).toBeGreaterThan(0);
  await ask('/api/v1/sailings/calendar', 200, {
    path: `/api/v1/sailings/calendar?from=FRMRS&to=FRBIA&month=${SOON.slice(0, 7)}`,
  });
});

test('the insight of a day is at the price of its list and of its calendar; of no line there is none', async () => {
  const path = '/api/v1/sailings/insights';
  const { data } = await ask<{ data: { now: { price: { amount: number } }; seenDays: number } }>(path, 200, {
    path: `${path}?from=FRMRS&to=FRBIA&date=${SOON}`,
  });
  const list = await sailings('FRMRS', 'FRBIA', SOON);
  const totals = list.flatMap(({ fares }) => fares.map(({ total }) => total.amount));
  expect(data.now.price.amount).toBe(Math.min(...totals));
  expect(data.seenDays).toBeGreaterThan(13);
  const none = await ask(path, 200, { path: `${path}?from=FRMRS&to=ITGOA&date=${SOON}` });
  expect(none).toEqual({ data: null });
});

test('what is kept, booked and asked for by whoever booked', async () => {
  const [sailing] = await sailings('FRMRS', 'FRBIA', SOON);
  const hold = await ask<{ id: string }>('/api/v1/holds', 201, {
    path: '/api/v1/holds',
    method: 'POST',
    body: holdBody(sailing?.id ?? ''),
  });
  await ask('/api/v1/holds/{id}', 200, { path: `/api/v1/holds/${hold.id}` });
  const booked = await ask<{ reference: string; accessToken: string }>('/api/v1/bookings', 201, {
    path: '/api/v1/bookings',
    method: 'POST',
    body: bookingBody(hold.id, 1, uniqueName()),
  });
  const token = booked.accessToken;
  const booking = `/api/v1/bookings/${booked.reference}`;
  await ask('/api/v1/bookings/{reference}', 200, { path: booking, token });
  await ask('/api/v1/bookings/{reference}/status', 200, { path: `${booking}/status`, token });
  await ask('/api/v1/bookings/{reference}/payments', 201, {
    path: `${booking}/payments`,
    method: 'POST',
    token,
    headers: { 'idempotency-key': uniqueName() },
  });
});

test('every description is of something that is there', async () => {
  for (const template of described) {
    const { status } = await fetch(`${baseUrl}${template.replaceAll(/\{\w+\}/g, 'nothing')}`);
    expect([200, 401, 404, 405, 422], template).toContain(status);
  }
});
