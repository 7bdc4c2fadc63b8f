import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOffset } from './clock';
import { startDashboard } from './dashboard';
import { freePort } from './ports';
import type { Service } from './service';

const clockFile = path.join(mkdtempSync(path.join(os.tmpdir(), 'voila-clock-')), 'clock');
let dashboard: Service;

beforeAll(async () => {
  const port = await freePort();
  const here = { name: 'mail', about: 'Mail', url: `http://127.0.0.1:${port}`, page: 'http://127.0.0.1:1/' };
  const gone = { name: 'jobs', about: 'Jobs', url: 'http://127.0.0.1:1' };
  const services = () => [here, gone];
  dashboard = await startDashboard({ port, appUrl: 'http://localhost:3000', clockFile, services });
});
afterAll(() => dashboard.stop());

const move = (body: string, headers = {}) =>
  fetch(`${dashboard.url}/clock`, { method: 'POST', body, headers, redirect: 'manual' });

it('moves the clock forward, to a place, and back', async () => {
  await move('{"advanceMs": 60000}');
  await move('advanceMs=1000');
  expect(readOffset(clockFile)).toBe(61_000);
  await move('{"offsetMs": -5}');
  expect(readOffset(clockFile)).toBe(-5);
  await move('{"reset": true}');
  expect(readOffset(clockFile)).toBe(0);
});

it('does not move the clock by nonsense, nor for another site', async () => {
  expect((await move('{"advanceMs": "soon"}')).status).toBe(400);
  expect((await move('{"advanceMs": 5}', { origin: 'https://evil.example' })).status).toBe(403);
  expect(readOffset(clockFile)).toBe(0);
});

it('tells which services answer, to people and to programs', async () => {
  const answer = await fetch(`${dashboard.url}/services`);
  const { services } = (await answer.json()) as { services: { name: string; up: boolean }[] };
  expect(services.map(({ name, up }) => [name, up])).toEqual([
    ['mail', true],
    ['jobs', false],
  ]);
  const page = await (await fetch(dashboard.url)).text();
  expect(page).toContain('href="http://127.0.0.1:1/"');
  expect(page).toContain('not answering');
});
