import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NOTHING_RUNS } from './content-policy';
import { env } from './env';
import { keptAddress } from './page-cache/kept-address';

/** Pictures that other sites show: in letters, and in previews of links. */
const SHOWN_ELSEWHERE = /^\/email|\/opengraph-image/;
/** Drawings of our own, whose address does not change with them. */
const DRAWING = /^\/[\w-]+\.svg$/;
const IS_SECURE = env.APP_URL.startsWith('https:');

/** What every answer says, whatever answers. Pages have their Content-Security-Policy elsewhere (docs/edge.md). */
function prepare(request: IncomingMessage, response: ServerResponse): void {
  const url = keptAddress(request.url ?? '/');
  request.url = url;
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader(
    'cross-origin-resource-policy',
    SHOWN_ELSEWHERE.test(url) ? 'cross-origin' : 'same-origin',
  );
  // Browsers keep to https from the first visit on; on a machine of one's own there is none.
  if (IS_SECURE) response.setHeader('strict-transport-security', 'max-age=63072000');
  if (url.startsWith('/api/')) response.setHeader('content-security-policy', NOTHING_RUNS);
  else if (DRAWING.test(url))
    response.setHeader('cache-control', 'public, max-age=604800, stale-while-revalidate=2592000');
}

/**
 * Prepares each request of this process before Next sees it. `headers()` in next.config.mjs would say the same, at a
 * tenth of the time of a kept page for each rule.
 */
export function prepareEveryRequest(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    prepare(request, response);
  });
}
