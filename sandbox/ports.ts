import { createServer } from 'node:net';

/** Below the range from which systems take ports for outgoing connections: ours stay free while we are away. */
const LOWEST = 20_000;
const HIGHEST = 29_999;
/** How long a port may still be held by a predecessor that is ending. */
const PATIENCE_MS = 5_000;

/** Whether a server could listen at that port now, on all addresses and on 127.0.0.1 alone. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, ...(host && { host }), exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port that nobody listens on, and that is not among those to avoid. */
export async function freePort(avoid: ReadonlySet<number> = new Set()): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST + 1));
    if (!avoid.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`no free port found between ${LOWEST} and ${HIGHEST}`);
}

/** Waits until a port is free, for a predecessor that is ending; false after five seconds. */
export async function becomesFree(port: number): Promise<boolean> {
  for (const end = Date.now() + PATIENCE_MS; ; ) {
    if (await isFree(port)) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** `before`, as soon as it is free; another one when it stays taken, or when there was none. */
export async function settledPort(before: number | undefined, avoid: ReadonlySet<number>): Promise<number> {
  if (before !== undefined && (await becomesFree(before))) return before;
  return freePort(avoid);
}

/** `wanted` as soon as it is free, or another one when it stays taken. */
export async function portNear(wanted: number): Promise<number> {
  return settledPort(wanted, new Set());
}
