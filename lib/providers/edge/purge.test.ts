import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

/** An edge that takes what it is told, or not, and remembers it. */
const edge = {
  calls: [] as { url?: string | undefined; authorization?: string | undefined; tags: string[] }[],
  body: '{"success":true}',
};
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { authorization } = request.headers;
  edge.calls.push({ url: request.url, authorization, ...JSON.parse(body) });
  response.end(edge.body);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
process.env.EDGE_API_BASE = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.EDGE_ZONE_ID = 'zone';
process.env.EDGE_API_TOKEN = 'secret';

const { announceKeptPages } = await import('@/lib/platform/page-cache/expire-pages');
const { purge } = await import('./purge');

const dropped: { tags: readonly string[]; at: number }[] = [];
announceKeptPages({
  revalidate: async (tags: readonly string[]) => {
    dropped.push({ tags, at: edge.calls.length });
  },
});

afterAll(() => server.close());
beforeEach(() => {
  edge.calls = [];
  edge.body = '{"success":true}';
  dropped.length = 0;
});

describe('dropping pages', () => {
  it('is done here first, then at the edge, each tag once', async () => {
    await purge(['a', 'b', 'a']);
    expect(dropped).toEqual([{ tags: ['a', 'b'], at: 0 }]);
    expect(edge.calls).toEqual([
      { url: '/zones/zone/purge_cache', authorization: 'Bearer secret', tags: ['a', 'b'] },
    ]);
  });

  it('of many tags takes several calls', async () => {
    const tags = Array.from({ length: 61 }, (_, index) => `tag-${index}`);
    await purge(tags);
    expect(edge.calls.map((call) => call.tags.length)).toEqual([30, 30, 1]);
    expect(edge.calls.flatMap((call) => call.tags)).toEqual(tags);
  });

  it('asked for by many at once is one call, and done for each when it is done for all', async () => {
    await Promise.all([purge(['a']), purge(['b', 'a']), purge(['c'])]);
    expect(edge.calls.map((call) => call.tags)).toEqual([['a', 'b', 'c']]);
    await purge(['d']);
    expect(edge.calls[1]?.tags).toEqual(['d']);
  });

  it('of nothing asks nobody', async () => {
    await purge([]);
    expect([dropped, edge.calls]).toEqual([[], []]);
  });

  it('that the edge does not take is a fault to be tried again', async () => {
    edge.body = '{"success":false,"errors":[{"code":10000}]}';
    await expect(purge(['a'])).rejects.toMatchObject({ code: 'edge-unavailable', retryable: true });
    expect(dropped).toHaveLength(1);
  });
});
