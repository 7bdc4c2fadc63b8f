import { mkdtempSync } from 'node:fs';
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
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const leg = (bookingReference: string, legPosition = 0) => ({
  bookingReference,
  legPosition,
  sailingId: 's-1',
  passengers: 3,
  vehicles: 1,
});

it('gives one ticket per leg, however often it is asked', async () => {
  const first = await call('POST', '/v1/tickets', leg('A'), 'k1');
  expect(first).toMatchObject({
    status: 201,
    body: { bookingReference: 'A', passengers: 3, status: 'issued' },
  });
  const sameKey = await call('POST', '/v1/tickets', leg('A'), 'k1');
  const otherKey = await call('POST', '/v1/tickets', leg('A'), 'k2');
  expect([sameKey.status, otherKey.status]).toEqual([200, 200]);
  expect(new Set([first, sameKey, otherKey].map((r) => r.body.ticketNumber)).size).toBe(1);
  const back = await call('POST', '/v1/tickets', leg('A', 1), 'k3');
  expect(back.body.ticketNumber).not.toBe(first.body.ticketNumber);
  const { body } = await call('GET', '/v1/tickets?bookingReference=A');
  expect(body.data).toHaveLength(2);
});

it('refuses a key that was used for another leg', async () => {
  await call('POST', '/v1/tickets', leg('B'), 'k4');
  expect(await call('POST', '/v1/tickets', leg('C'), 'k4')).toMatchObject({ status: 422 });
});

it('releases a ticket once; the leg may have a new one then', async () => {
  const { body } = await call('POST', '/v1/tickets', leg('D'), 'k5');
  const number = String(body.ticketNumber);
  expect(await call('DELETE', `/v1/tickets/${number}`)).toMatchObject({
    status: 200,
    body: { status: 'released' },
  });
  expect(await call('DELETE', `/v1/tickets/${number}`)).toMatchObject({
    status: 200,
    body: { status: 'released' },
  });
  expect(await call('POST', '/v1/tickets', leg('D'), 'k6')).toMatchObject({ status: 201 });
  expect(await call('DELETE', '/v1/tickets/VL0')).toMatchObject({ status: 404 });
});

it('keeps its book over a restart', async () => {
  const { body } = await call('POST', '/v1/tickets', leg('E'), 'k7');
  await operator.stop();
  operator = await startLocalOperator(options);
  expect((await call('POST', '/v1/tickets', leg('E'), 'k7')).body.ticketNumber).toBe(body.ticketNumber);
});

it('refuses the sailings it was told to refuse', async () => {
  await call('POST', '/_control', { refused: ['s-1'] });
  expect(await call('POST', '/v1/tickets', leg('F'), 'k8')).toEqual({
    status: 409,
    body: { code: 'refused' },
  });
  expect((await call('POST', '/v1/sailings/s-1/check')).body).toEqual({ sellable: false });
  expect((await call('POST', '/v1/sailings/s-2/check')).body).toEqual({ sellable: true });
});

it('can be down, slow, silent or mad, for as many requests as asked', async () => {
  const ask = () => call('POST', '/v1/sailings/s-1/check');
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
  expect((await call('POST', '/v1/tickets', leg('G'), 'k9')).status).toBe(503);
  expect((await call('POST', '/v1/tickets', leg('G'), 'k9')).status).toBe(200);
});

it('lets nobody in without its key, and takes no half orders', async () => {
  const stranger = await fetch(`${operator.url}/v1/tickets?bookingReference=A`);
  expect(stranger.status).toBe(401);
  expect((await call('POST', '/v1/tickets', leg('H'))).status).toBe(400);
  expect((await call('POST', '/v1/tickets', { bookingReference: 'H' }, 'k10')).status).toBe(400);
});
