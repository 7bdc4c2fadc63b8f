import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request whose body has been read, and what is needed to answer it. */
export type Exchange = {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The body as it came. */
  readonly bytes: Buffer;
  readonly response: ServerResponse;
};

export type Handler = (exchange: Exchange) => Promise<void> | void;

/**
 * Listens on `port` of 127.0.0.1 (0 picks a free one). A handler that throws answers 500 with the message:
 * these are local services for developers, who want to read it.
 */
export async function listen(
  port: number,
  handler: Handler,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void exchange(request, response, handler);
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${bound}`, close: () => close(server) };
}

async function exchange(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  try {
    const bytes = await readBody(request);
    const body = bytes.toString('utf8');
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    await handler({ method: request.method ?? 'GET', url, headers: request.headers, body, bytes, response });
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/** 303: the browser follows with a GET. */
export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' });
  response.end();
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
