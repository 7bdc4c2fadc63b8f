import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Entry = readonly [key: string, value: unknown];

/** A map that survives kill -9: every write is appended to a file before the caller goes on. */
export type Journal = {
  readonly get: <T>(key: string) => T | undefined;
  /** All values whose key starts with `prefix`, in order of first writing. */
  readonly list: <T>(prefix: string) => T[];
  /** Writes several entries as one: after a crash either all of them are there or none. */
  readonly put: (entries: readonly Entry[]) => void;
  /** Everything that `work` puts is written as one. */
  readonly together: <T>(work: () => T) => T;
};

/**
 * Opens the journal in `file`. One line of JSON per write; on opening, the lines are replayed, a line torn
 * by a crash is dropped, and the file is rewritten to one snapshot and renamed into place.
 */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const map = replay(file);
  const snapshot = `${file}.snapshot`;
  writeFileSync(snapshot, map.size === 0 ? '' : `${JSON.stringify([...map])}\n`);
  renameSync(snapshot, file);
  let gathered: Entry[] | undefined;
  const append = (entries: readonly Entry[]): void => {
    if (entries.length > 0) appendFileSync(file, `${JSON.stringify(entries)}\n`);
  };
  return {
    get: <T>(key: string) => map.get(key) as T | undefined,
    list: <T>(prefix: string) => [...map].filter(([key]) => key.startsWith(prefix)).map(([, v]) => v as T),
    put: (entries) => {
      if (gathered) gathered.push(...entries);
      else append(entries);
      for (const [key, value] of entries) map.set(key, structuredClone(value));
    },
    together: (work) => {
      gathered = [];
      try {
        return work();
      } finally {
        append(gathered);
        gathered = undefined;
      }
    },
  };
}

function replay(file: string): Map<string, unknown> {
  const map = new Map<string, unknown>();
  if (!existsSync(file)) return map;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const entries = parseLine(line);
    for (const [key, value] of entries) map.set(key, value);
  }
  return map;
}

function parseLine(line: string): Entry[] {
  if (line === '') return [];
  try {
    return JSON.parse(line) as Entry[];
  } catch {
    return [];
  }
}
