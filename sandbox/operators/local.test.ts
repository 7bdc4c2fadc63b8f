import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { freePort } from '../ports';
import type { Service } from '../service';
import { type LocalOperatorOptions, startLocalOperator } from './local';

let options: LocalOperatorOptions;
let operator: Service;
beforeAll(async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'voila-operator-'));
  options = { port: await freePort(), dataDir, key: 'secret', clockFile: path.join(dataDir, 'clock') };
  operator = await startLocalOperator(options);
});
beforeEach(() => call('DELETE', '/_control'));
afterAll(() => operator.stop());

async function call(
  method: string,
  target: string,
  body?: unknown,
  key?: string,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${operator.url}${target}`, {
    method,
    headers: {
      authorization: 'Bearer secret',
      connection: 'close',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(1_000),
  });
  return {
    status: response.status,
    body: response.status === 204 ? {} : ((await response.json()) as Record<string, unknown>),
  };
}

const order = { sailingId: 's-1', passengers: 3, vehicles: 1 };
const hold = (key: string, more: object = {}) => call('POST', '/v1/holds', { ...order, ...more }, key);
/** A ticket of a new hold under this key. */
async function ticket(key: string, bookingReference: string): Promise<string> {
  const { body } = await hold(key);
  const answer = await call('POST', `/v1/holds/${body.holdNumber}/ticket`, { bookingReference });
  expect(answer.status).toBe(201);
  return String(answer.body.ticketNumber);
}

it('holds once per key, and refuses a key that was used for another sailing', async () => {
  const first = await hold('k1');
  expect(first).toMatchObject({ status: 201, body: { status: 'held', key: 'k1', passengers: 3 } });
  expect(await hold('k1')).toMatchObject({ status: 200, body: { holdNumber: first.body.holdNumber } });
  expect(await hold('k1', { sailingId: 's-2' })).toMatchObject({ status: 422 });
  const { body } = await call('GET', '/v1/holds?key=k1');
  expect(body.data).toHaveLength(1);
});

it('makes one ticket of a hold, however often it is asked', async () => {
  const { body } = await hold('k2');
  const confirm = () => call('POST', `/v1/holds/${body.holdNumber}/ticket`, { bookingReference: 'B' });
  const numbers = [await confirm(), await confirm()].map((answer) => answer.body.ticketNumber);
  expect(new Set(numbers).size).toBe(1);
  const tickets = await call('GET', '/v1/tickets?bookingReference=B');
  expect(tickets.body.data).toMatchObject([{ ticketNumber: numbers[0], status: 'issued', passengers: 3 }]);
  expect(await call('DELETE', `/v1/holds/${body.holdNumber}`)).toMatchObject({ status: 409 });
});

it('makes no ticket of a hold that was given back, or whose half hour is over', async () => {
  const released = await hold('k3');
  await call('DELETE', `/v1/holds/${released.body.holdNumber}`);
  const expired = await hold('k4');
  writeFileSync(options.clockFile, String(31 * 60_000));
  for (const { body } of [released, expired])
    expect(
      await call('POST', `/v1/holds/${body.holdNumber}/ticket`, { bookingReference: 'C' }),
    ).toMatchObject({ status: 410 });
  const { body } = await call('GET', '/v1/holds?key=k4');
  expect(body.data).toMatchObject([{ status: 'expired' }]);
  writeFileSync(options.clockFile, '0');
});

it('takes a ticket back once, and takes the list of who travels without showing it', async () => {
  const number = await ticket('k5', 'D');
  expect(await call('PUT', `/v1/tickets/${number}/manifest`, { travellers: [] })).toMatchObject({
    status: 204,
  });
  const tickets = await call('GET', '/v1/tickets?bookingReference=D');
  expect(JSON.stringify(tickets.body)).not.toContain('travellers');
  for (let again = 0; again < 2; again++)
    expect(await call('DELETE', `/v1/tickets/${number}`)).toMatchObject({
      status: 200,
      body: { status: 'released' },
    });
  expect(await call('DELETE', '/v1/tickets/VL0')).toMatchObject({ status: 404 });
});

it('keeps its book over a restart', async () => {
  const { body } = await hold('k6');
  await operator.stop();
  operator = await startLocalOperator(options);
  expect((await hold('k6')).body.holdNumber).toBe(body.holdNumber);
});

it('refuses the sailings it was told to refuse, to hold and to ticket', async () => {
  const { body } = await hold('k7');
  await call('POST', '/_control', { refused: ['s-1'] });
  const refused = { status: 409, body: { code: 'refused' } };
  expect(await hold('k8')).toEqual(refused);
  expect(await call('POST', `/v1/holds/${body.holdNumber}/ticket`, { bookingReference: 'F' })).toEqual(
    refused,
  );
  expect(await hold('k9', { sailingId: 's-2' })).toMatchObject({ status: 201 });
});

it('can be down, slow, silent or mad, for as many requests as asked', async () => {
  const ask = () => call('GET', '/v1/holds?key=nobody');
  await call('POST', '/_control', { mode: 'down', times: 2 });
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([503, 503, 200]);
  await call('POST', '/_control', { mode: 'slow', delayMs: 200, times: 1 });
  const start = Date.now();
  expect((await ask()).status).toBe(200);
  expect(Date.now() - start).toBeGreaterThanOrEqual(190);
  await call('POST', '/_control', { mode: 'nonsense', times: 1 });
  await expect(ask()).rejects.toThrow(SyntaxError);
  await call('POST', '/_control', { mode: 'timeout', times: 1 });
  await expect(ask()).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('can do its work and lose the answer', async () => {
  await call('POST', '/_control', { mode: 'down', times: 1, applied: true });
  expect((await hold('k10')).status).toBe(503);
  expect((await hold('k10')).status).toBe(200);
});

it('lets nobody in without its key, and takes no half orders', async () => {
  const stranger = await fetch(`${operator.url}/v1/tickets?bookingReference=A`);
  expect(stranger.status).toBe(401);
  expect((await call('POST', '/v1/holds', order)).status).toBe(400);
  expect((await hold('k11', { passengers: -1 })).status).toBe(400);
});
