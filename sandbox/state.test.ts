import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openState } from './state';

const newDir = (): string => mkdtempSync(path.join(os.tmpdir(), 'voila-state-'));

it('ports and secrets are the same after a restart, and others elsewhere', async () => {
  const dir = newDir();
  const before = openState(dir);
  const port = await before.port('mail');
  const after = openState(dir);
  expect(after.secrets).toEqual(before.secrets);
  expect(await after.port('mail')).toBe(port);
  expect(openState(newDir()).secrets).not.toEqual(before.secrets);
});

it('a directory that is older than a service gets its secret, and keeps the others', () => {
  const dir = newDir();
  const before = openState(dir);
  const file = path.join(dir, 'sandbox.json');
  const { gnvApiKey: _, ...older } = before.secrets;
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), secrets: older }));
  const after = openState(dir);
  expect(after.secrets).toEqual({ ...before.secrets, gnvApiKey: expect.stringMatching(/^.{20,}$/) });
  expect(openState(dir).secrets).toEqual(after.secrets);
});

it('a port that a stranger has taken is replaced', async () => {
  const dir = newDir();
  const port = await openState(dir).port('mail');
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
  expect(await openState(dir).port('mail')).not.toBe(port);
  stranger.close();
}, 15_000);

it('two services never get the same port', async () => {
  const state = openState(newDir());
  const ports = [];
  for (const name of ['a', 'b', 'c', 'd', 'e']) ports.push(await state.port(name));
  expect(new Set(ports).size).toBe(5);
});

it('secrets can be read by their owner only', () => {
  const dir = newDir();
  openState(dir);
  expect(statSync(path.join(dir, 'sandbox.json')).mode & 0o077).toBe(0);
});
