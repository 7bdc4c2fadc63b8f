import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, request } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/sandbox/ports';
import { startRedis } from '@/sandbox/redis';
import type { RedisEngine } from '@/sandbox/redis-engine';

/** A Redis that a test stops and starts again on one port; the settings of the product lead to it. */
export interface RedisOnTrial {
  readonly url: string;
  readonly token: string;
  readonly port: number;
  /** Up, whatever it was. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Lets it refuse the token that the product has; gives what undoes it. */
  withOtherToken(): Promise<() => Promise<void>>;
  end(): Promise<void>;
}

/** Starts it and sets the product's settings; what reads them is to be imported afterwards. */
export async function ownRedis(engine: RedisEngine['kind']): Promise<RedisOnTrial> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-redis-'));
  const port = await freePort();
  const token = 'on-trial';
  let running: Awaited<ReturnType<typeof startRedis>> | null = null;
  const startWith = async (accepted: string): Promise<void> => {
    running ??= await startRedis({ port, token: accepted, dataDir, engine });
  };
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  await startWith(token);
  const url = `http://127.0.0.1:${port}`;
  process.env.UPSTASH_REDIS_REST_URL = url;
  process.env.UPSTASH_REDIS_REST_TOKEN = token;
  return {
    url,
    token,
    port,
    start: () => startWith(token),
    stop,
    async withOtherToken() {
      await stop();
      await startWith('another');
      return async () => {
        await stop();
        await startWith(token);
      };
    },
    async end() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A server that takes connections and answers nothing; gives what ends it. */
export async function listenInSilence(port: number): Promise<() => Promise<void>> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
}

/** A way to a Redis on which subscriptions take their time, as over a network; gives its address and what ends it. */
export async function slowWay(to: string, ms: number): Promise<{ url: string; end: () => Promise<void> }> {
  const server = createHttpServer((incoming, response) => {
    const { method, headers, url = '/' } = incoming;
    const forward = () => {
      const onward = request(new URL(url, to), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      response.on('close', () => onward.destroy());
      incoming.pipe(onward);
    };
    if (url.startsWith('/subscribe')) setTimeout(forward, ms);
    else forward();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
