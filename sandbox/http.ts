import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A running service of the sandbox. */
export interface Service {
  readonly url: string;
  stop(): Promise<void>;
}

export type Handler = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void> | void;

/**
 * Serves on 127.0.0.1. An error that a handler throws becomes a 500 with its message; `stop` also ends
 * connections that are still open (event streams).
 */
export async function serve(port: number, handler: Handler): Promise<Service> {
  const url = `http://127.0.0.1:${port}`;
  const server = createServer((req, res) => {
    Promise.resolve()
      .then(() => handler(req, res, new URL(req.url ?? '/', url)))
      .catch((error: unknown) => {
        console.error(error);
        if (!res.headersSent) sendJson(res, 500, { message: String(error) });
        else res.destroy();
      });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, stop };
}

/** The whole body of a request. */
export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function sendJson(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export function sendHtml(res: ServerResponse, html: string): void {
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
}

export function redirect(res: ServerResponse, location: string): void {
  res.writeHead(303, { location }).end();
}

/** Text made safe to stand in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
