import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nameScriptsOfFailure } from './failed-page';

const SCRIPT = 'self.__next_f.push([1,"é"])';
const PAGE = `<html><body><p>Sète</p><script>${SCRIPT}</script></body></html>`;
const HASH = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;

let answer: (response: ServerResponse) => void = () => undefined;
const server = createServer((_, response) => {
  nameScriptsOfFailure(response);
  answer(response);
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function ask(how: (response: ServerResponse) => void) {
  answer = how;
  const reply = await fetch(base);
  return {
    status: reply.status,
    policy: reply.headers.get('content-security-policy'),
    text: await reply.text(),
  };
}
const failed = (response: ServerResponse): void => {
  response.statusCode = 500;
  response.setHeader('content-type', 'text/html; charset=utf-8');
};
const half = (at: 0 | 1) => (at === 0 ? PAGE.slice(0, 30) : PAGE.slice(30));

it.each<[string, (response: ServerResponse) => void]>([
  ['at once', (response) => response.end(PAGE)],
  [
    'in parts, its head told first',
    (response) => {
      response.flushHeaders();
      response.write(half(0));
      setTimeout(() => response.end(half(1)), 5);
    },
  ],
  [
    'packed by somebody before us, who writes the head early',
    (response) => {
      response.setHeader('content-encoding', 'gzip');
      response.writeHead(500);
      const gzip = createGzip();
      gzip.pipe(response);
      gzip.end(PAGE);
    },
  ],
])('a failed page without a policy gets its own, sent %s', async (_, send) => {
  const { status, policy, text } = await ask((response) => {
    failed(response);
    send(response);
  });
  expect(status).toBe(500);
  expect(text).toBe(PAGE);
  expect(policy).toContain(`script-src 'self' ${HASH};`);
});

it('one that cannot be read runs nothing', async () => {
  const { policy } = await ask((response) => {
    failed(response);
    response.setHeader('content-encoding', 'zstd-of-ours');
    response.end(PAGE);
  });
  expect(policy).toBe("default-src 'none'; frame-ancestors 'none'");
});

it.each<[string, (response: ServerResponse) => void, number, string | null]>([
  ['a page that did not fail', (response) => response.setHeader('content-type', 'text/html'), 200, null],
  [
    'one that has a policy',
    (response) => {
      failed(response);
      response.setHeader('content-security-policy', "default-src 'self'");
    },
    500,
    "default-src 'self'",
  ],
  [
    'an answer of the API',
    (response) => {
      failed(response);
      response.setHeader('content-type', 'application/problem+json');
    },
    500,
    null,
  ],
])('%s goes out as it is written', async (_, prepare, status, policy) => {
  const seen = await ask((response) => {
    prepare(response);
    response.write(half(0));
    response.end(half(1));
  });
  expect(seen).toEqual({ status, policy, text: PAGE });
});
