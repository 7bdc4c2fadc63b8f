import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { nameScriptsOfFailure } from './failed-page';
import type { Kept } from './kept-pages';
import { bestEncoding, type Packed, packedPage } from './packed-page';

/** What the door needs of the kept pages. */
export interface Shelf {
  /** To be awaited, when it answers something, before a page goes out. */
  settled(): Promise<void> | undefined;
  /** The page of an address that may go out as it is, without asking anybody. */
  fresh(address: string): Kept | undefined;
}

/** Addresses as they are kept: a query, an escaped letter or a slash at the end is Next's to read. */
const PLAIN = /^\/(?:fr|en|it)(?:\/[\w.-]+)*$/;
/** By which Next tells its own requests, previews and actions from those for a page. */
const NEXTS_OWN = ['rsc', 'next-action', 'next-router-prefetch', 'next-router-segment-prefetch'] as const;
const PREVIEW = '__prerender_bypass';
/** Said by each connection and for each way of writing the same page. */
const OF_THE_ANSWER = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
]);
/** Next keeps this one to itself (`ready-page.ts`). */
const UNSAID = 'x-next-cache-tags';

type Head = Readonly<Record<string, number | string | string[]>>;

/** What Next said with a kept page when it sent it; until it has, it sends the page. */
const heads = new WeakMap<object, Head>();

/**
 * Sends kept pages before Next looks at the request, which takes eight times as long (docs/decisions/0006). Next sends
 * each kept page once, and its head is learnt from that: the door says word for word what Next says. Whatever is no
 * plain request for a fresh kept page goes on to Next.
 */
export function openFrontDoor(shelf: Shelf): void {
  const servers = new WeakSet<Server>();
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server };
    if (servers.has(server)) return;
    servers.add(server);
    const inner = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const forPage = asksForPage(request);
      const serve = (): void => {
        if (forPage && sendKept(shelf, request, response)) return;
        nameScriptsOfFailure(response);
        for (const each of inner) each.call(server, request, response);
      };
      const reading = forPage ? shelf.settled() : undefined;
      if (reading) void reading.then(serve);
      else serve();
    });
  });
}

function asksForPage({ method, url = '', headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    PLAIN.test(url) &&
    !NEXTS_OWN.some((name) => headers[name] !== undefined) &&
    !headers.cookie?.includes(PREVIEW)
  );
}

/** False when it is Next's to send, whose words are learnt where that is for the first time. */
function sendKept(shelf: Shelf, request: IncomingMessage, response: ServerResponse): boolean {
  const page = shelf.fresh(request.url ?? '');
  if (page?.value.kind !== 'APP_PAGE') return false;
  const head = heads.get(page.value);
  if (!head) {
    response.once('finish', () => learn(page, response));
    return false;
  }
  const send = ({ body, length, encoding }: Packed): void => {
    response.writeHead(200, {
      ...head,
      ...(encoding && { 'content-encoding': encoding }),
      'content-length': length,
    });
    response.end(body);
  };
  const packed = packedPage(page.value, page.value.html, bestEncoding(request.headers['accept-encoding']));
  if (packed instanceof Promise) void packed.then(send);
  else send(packed);
  return true;
}

/** Remembers what was said with a page, when that was this page: one that was made anew meanwhile has another policy. */
function learn({ value }: Kept, response: ServerResponse): void {
  const said = response.getHeaders();
  if (response.statusCode !== 200 || said['x-nextjs-cache'] !== 'HIT' || said['set-cookie']) return;
  const own = Object.entries(value.headers ?? {}).filter(([name]) => name !== UNSAID);
  if (own.some(([name, words]) => String(said[name.toLowerCase()]) !== String(words))) return;
  const kept = Object.entries(said).filter(([name]) => !OF_THE_ANSWER.has(name));
  heads.set(value, Object.fromEntries(kept) as Head);
}
