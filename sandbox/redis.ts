import type { ServerResponse } from 'node:http';
import { type Exchange, listen, sendJson } from './http-server';
import { openMemory, openServer, type RedisEngine } from './redis-engine';
import { redisServerVersion, startRedisServer } from './redis-server';
import type { Service } from './service';

export interface RedisOptions {
  readonly port: number;
  /** Requests without this bearer token are refused. */
  readonly token: string;
  /** Where a `redis-server` of ours would keep its files. */
  readonly dataDir: string;
  /** A Redis to stand in front of; else `redis-server` when it is on the PATH, else memory. */
  readonly redisUrl?: string | undefined;
  /** Which of the two it shall be, for tests of both; else what there is. */
  readonly engine?: RedisEngine['kind'];
}

/**
 * A Redis behind the Upstash REST protocol (https://upstash.com/docs/redis/features/restapi): single commands,
 * pipelines, transactions, and subscriptions as event streams.
 */
export async function startRedis(options: RedisOptions): Promise<Service & { kind: RedisEngine['kind'] }> {
  const { engine, close } = await openEngine(options);
  const server = await listen(options.port, (exchange) => {
    const { headers, url, response } = exchange;
    const token = headers.authorization?.replace(/^Bearer /i, '') ?? url.searchParams.get('_token');
    if (token !== options.token) {
      sendJson(response, 401, { error: 'WRONGPASS invalid or missing auth token' });
      return;
    }
    return answer(engine, exchange);
  });
  return {
    url: server.url,
    kind: engine.kind,
    async stop() {
      await server.close();
      engine.close();
      await close();
    },
  };
}

async function openEngine({ redisUrl, dataDir, engine }: RedisOptions) {
  if (redisUrl) return { engine: openServer(redisUrl), close: async () => undefined };
  const wanted = engine ?? (redisServerVersion() ? 'server' : 'memory');
  if (wanted === 'memory') return { engine: openMemory(), close: async () => undefined };
  const server = await startRedisServer(dataDir);
  return { engine: openServer(server.url), close: server.stop };
}

async function answer(engine: RedisEngine, exchange: Exchange): Promise<void> {
  const { url, headers, body, response: res } = exchange;
  const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const verb = path[0]?.toLowerCase();
  const encode = headers['upstash-encoding'] === 'base64' ? toBase64 : (value: unknown) => value;

  if (verb === 'subscribe' || verb === 'psubscribe') return stream(engine, res, verb, path.slice(1));
  if (verb === 'pipeline') return sendJson(res, 200, await pipeline(engine, parseCommands(body), encode));
  try {
    if (verb === 'multi-exec') {
      const replies = await engine.transaction(parseCommands(body));
      const results = replies.map((reply) => ({ result: encode(reply) }));
      return sendJson(res, 200, results);
    }
    const command = path.length > 0 ? [...path, ...(body ? [body] : [])] : parseCommand(JSON.parse(body));
    return sendJson(res, 200, { result: encode(await engine.run(command)) });
  } catch (error) {
    return sendJson(res, 400, { error: messageOf(error) });
  }
}

async function pipeline(engine: RedisEngine, commands: string[][], encode: (value: unknown) => unknown) {
  const replies: unknown[] = [];
  for (const command of commands) {
    try {
      replies.push({ result: encode(await engine.run(command)) });
    } catch (error) {
      replies.push({ error: messageOf(error) });
    }
  }
  return replies;
}

/** Server-sent events: first the confirmation of each subscription, then what is published. */
async function stream(
  engine: RedisEngine,
  res: ServerResponse,
  kind: 'subscribe' | 'psubscribe',
  names: string[],
): Promise<void> {
  const push = (fields: unknown[]) => res.write(`data: ${fields.join(',')}\n\n`);
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const close = await engine.listen(kind, names, push);
  if (res.closed) return close();
  res.once('close', close);
  names.forEach((name, index) => {
    push([kind, name, index + 1]);
  });
}

function parseCommands(body: string): string[][] {
  const commands: unknown = JSON.parse(body);
  if (!Array.isArray(commands)) throw new Error('ERR failed to parse pipeline request');
  return commands.map(parseCommand);
}

function parseCommand(value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0) throw new Error('ERR failed to parse command');
  return value.map((arg) => (typeof arg === 'object' ? JSON.stringify(arg) : String(arg)));
}

function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64);
  return typeof value === 'string' && value !== 'OK' ? Buffer.from(value).toString('base64') : value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
