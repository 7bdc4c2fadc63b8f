import { Redis } from 'ioredis';
import RedisMock from 'ioredis-mock';
import { ServerScripts, sha1 } from './redis-scripts';

/** What the REST front needs of a Redis. Replies have the shapes of RESP2: strings, integers, null, arrays. */
export interface RedisEngine {
  readonly kind: 'server' | 'memory';
  run(command: string[]): Promise<unknown>;
  /** All in one MULTI; one answer per command. Rejects when Redis refuses the transaction. */
  transaction(commands: string[][]): Promise<unknown[]>;
  /** Calls back with the fields of each push, as Redis sends them (`message`, channel, text). */
  listen(
    kind: 'subscribe' | 'psubscribe',
    names: string[],
    push: (fields: string[]) => void,
  ): Promise<() => void>;
  close(): void;
}

type Client = Pick<Redis, 'multi' | 'duplicate' | 'disconnect'>;

/** A Redis server at that address. */
export function openServer(url: string): RedisEngine {
  const client = new Redis(url, { maxRetriesPerRequest: 1 });
  client.on('error', (error) => console.error(`redis: ${error.message}`));
  const scripts = new ServerScripts();
  const run = async (command: string[]): Promise<unknown> => {
    const [name = '', ...args] = scripts.translate(command);
    return scripts.reply(command, reply(await client.call(name, ...args)));
  };
  return { kind: 'server', ...over(client, run, (command) => scripts.translate(command)) };
}

/** A Redis in the memory of this process. What is in it is gone with the process. */
export function openMemory(): RedisEngine {
  const client = new RedisMock();
  const scripts = new Map<string, string>();
  const run = async (command: string[]): Promise<unknown> => {
    const [name = '', first = '', ...rest] = forMock(command, scripts);
    if (name === 'SCRIPT') return scriptCommand(scripts, first, rest);
    const method = (client as unknown as Record<string, unknown>)[name.toLowerCase()];
    if (typeof method !== 'function') throw new Error(`ERR unknown command '${name}'`);
    const args = command.length > 1 ? [first, ...rest] : [];
    return reply(await (method as (...args: string[]) => Promise<unknown>).apply(client, args));
  };
  return { kind: 'memory', ...over(client, run, (c) => forMock(c, scripts)) };
}

function over(
  client: Client,
  run: RedisEngine['run'],
  prepare: (command: string[]) => string[],
): Omit<RedisEngine, 'kind'> {
  return {
    run,
    async transaction(commands) {
      const prepared = commands.map(prepare).map(([name = '', ...args]) => [name.toLowerCase(), ...args]);
      const replies = (await client.multi(prepared).exec()) ?? [];
      return replies.map(([error, value]) => {
        if (error) throw error;
        return reply(value);
      });
    },
    async listen(kind, names, push) {
      const listener = client.duplicate();
      // It tries again by itself; the other connection has told that the server is away.
      listener.on('error', () => undefined);
      if (kind === 'subscribe') listener.on('message', (channel, text) => push(['message', channel, text]));
      else listener.on('pmessage', (pattern, channel, text) => push(['pmessage', pattern, channel, text]));
      try {
        await listener[kind](...names);
      } catch (error) {
        listener.disconnect();
        throw error;
      }
      return () => {
        const leave = kind === 'subscribe' ? listener.unsubscribe(...names) : listener.punsubscribe(...names);
        void leave.catch(() => undefined).finally(() => listener.disconnect());
      };
    },
    close: () => client.disconnect(),
  };
}

/**
 * Makes up for what the mock does otherwise than Redis: it reads the options of SET in capitals only, does not
 * know script flags, and its Lua answers tables made field by field as nothing.
 */
function forMock(command: string[], scripts: Map<string, string>): string[] {
  const [name = '', ...args] = command;
  switch (name.toUpperCase()) {
    case 'SET':
      return ['SET', ...args.slice(0, 2), ...args.slice(2).map((option) => option.toUpperCase())];
    case 'EVAL':
      scripts.set(sha1(args[0] ?? ''), args[0] ?? '');
      return ['EVAL', luaForMock(args[0] ?? ''), ...args.slice(1)];
    case 'EVALSHA': {
      const script = scripts.get((args[0] ?? '').toLowerCase());
      if (script === undefined) throw new Error('NOSCRIPT No matching script. Please use EVAL.');
      return ['EVAL', luaForMock(script), ...args.slice(1)];
    }
    default:
      return [name.toUpperCase(), ...args];
  }
}

function scriptCommand(scripts: Map<string, string>, verb: string, args: string[]): unknown {
  switch (verb.toUpperCase()) {
    case 'LOAD':
      scripts.set(sha1(args[0] ?? ''), args[0] ?? '');
      return sha1(args[0] ?? '');
    case 'EXISTS':
      return args.map((sha) => (scripts.has(sha) ? 1 : 0));
    case 'FLUSH':
      scripts.clear();
      return 'OK';
    default:
      throw new Error(`ERR unknown subcommand '${verb}'`);
  }
}

function luaForMock(script: string): string {
  return `
local redis = {pcall = redis.pcall, call = (function(call) return function(name, ...)
  local args = {...}
  if string.upper(name) == "SET" then
    for i = 3, #args do args[i] = string.upper(tostring(args[i])) end
  end
  return call(name, unpack(args))
end end)(redis.call)}
local function reply(value)
  if type(value) ~= "table" then return value end
  if value.ok then return value.ok end
  if value.err then error(value.err) end
  local out, n = {}, 0
  while value[n + 1] ~= nil do n = n + 1; out[n] = reply(value[n]) end
  return {unpack(out, 1, n)}
end
return reply((function() ${script.replace(/^#!lua[^\n]*\n/, '')}
end)())`;
}

function reply(value: unknown): unknown {
  if (value === undefined || value === null || value === false) return null;
  if (value === true) return 1;
  if (typeof value === 'number') return Math.trunc(value);
  if (Buffer.isBuffer(value)) return value.toString();
  if (Array.isArray(value)) return value.map(reply);
  if (typeof value === 'object') return Object.entries(value).flat().map(reply);
  return value;
}
