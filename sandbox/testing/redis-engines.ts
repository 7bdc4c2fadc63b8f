import { it } from 'vitest';
import type { RedisEngine } from '../redis-engine';
import { redisServerVersion } from '../redis-server';

const version = redisServerVersion();

/** The two Redis that the REST front stands before: memory always, a real server where there is one. */
export const ENGINES: readonly { readonly engine: RedisEngine['kind']; readonly name: string }[] = [
  { engine: 'memory', name: 'in memory' },
  ...(version ? [{ engine: 'server' as const, name: `of redis-server ${version}` }] : []),
];

/** Leaves a word in the report on what is not tried where there is no real server. To be called at the top of a file. */
export function tellWhatIsMissing(what: string): void {
  if (!version) it.skip(`${what}: there is no redis-server on the PATH`);
}
