import { createServer, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { freePort } from '@/sandbox/ports';

/** What runs in a page; data for machines stay. */
const SCRIPT = /<script\b(?![^>]*\stype="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/g;
const PRELOADED_SCRIPT = /<link\b(?=[^>]*\sas="script")[^>]*>/g;
/** Said by each connection, or of the way the page was packed. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

/** The same page with nothing in it that runs. */
export function withoutScripts(html: string): string {
  return html.replace(SCRIPT, '').replace(PRELOADED_SCRIPT, '');
}

/** A site shown at another address. */
export interface Beside {
  readonly url: string;
  stop(): void;
}

/**
 * Serves `site` at an address of its own, its pages changed by `change`: everything else of an answer stays as it is.
 * Two of them beside each other, one that changes nothing, differ by the scripts alone.
 */
export async function serveBeside(site: string, change: (html: string) => string): Promise<Beside> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(site + (request.url ?? '/'), {
        headers: { 'accept-encoding': 'identity', accept: request.headers.accept ?? '*/*' },
        redirect: 'manual',
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
      const body = isPage ? Buffer.from(change(bytes.toString('utf8'))) : bytes;
      for (const [name, value] of answer.headers)
        if (!OF_THE_CONNECTION.has(name)) response.setHeader(name, value);
      const isText = /text|javascript|json|svg/.test(answer.headers.get('content-type') ?? '');
      if (isText) response.setHeader('content-encoding', 'gzip');
      response.writeHead(answer.status);
      response.end(isText ? gzipSync(body) : body);
    })().catch((error: unknown) => response.destroy(error as Error));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
