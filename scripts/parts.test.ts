import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { freePort } from '@/sandbox/ports';
import { answers } from './parts';

/** Another process that comes up 500 times at a port, on all addresses; prints how often it found it taken. */
const COMES_UP = `
import { createServer } from 'node:http';
let taken = 0;
for (let start = 0; start < 500; start++) {
  const server = createServer((_, response) => response.end());
  await new Promise((resolve) => {
    server.once('error', () => { taken++; resolve(); });
    server.listen(Number(process.argv[1]), () => {
      server.closeAllConnections();
      server.close(resolve);
    });
  });
}
process.stdout.write(String(taken), () => process.exit());
`;

it('a part that comes up while it is asked for never finds its port taken by who asks', async () => {
  const port = await freePort();
  const part = spawn(process.execPath, ['--input-type=module', '--eval', COMES_UP, String(port)]);
  let said = '';
  part.stdout.on('data', (data) => {
    said += data;
  });
  let ended = false;
  part.once('close', () => {
    ended = true;
  });
  while (!ended) {
    await answers(port, '/health/live');
    await turn();
  }
  expect(said).toBe('0');
});

it('only a server that is well counts as up', async () => {
  const port = await freePort();
  expect(await answers(port, '/health/live')).toBe(false);
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/health/live' ? 200 : 503;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  expect(await answers(port, '/health/live')).toBe(true);
  expect(await answers(port, '/health/ready')).toBe(false);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
