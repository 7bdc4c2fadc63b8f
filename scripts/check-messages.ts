import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '@/lib/kernel/locale';
import { ROOT } from './surroundings';

/** What differs between the languages: files and keys that one has and the first has not, or the other way. */
export function messageDifferences(): string[] {
  const [first, ...others] = LOCALES;
  const reference = keysOf(first);
  const differences: string[] = [];
  for (const locale of others) {
    const keys = keysOf(locale);
    for (const key of reference) if (!keys.has(key)) differences.push(`${locale} lacks ${key}`);
    for (const key of keys) if (!reference.has(key)) differences.push(`${first} lacks ${key} (in ${locale})`);
  }
  return differences;
}

/** All keys of a language, from the name of their file on. */
export function keysOf(locale: string): Set<string> {
  const dir = path.join(ROOT, 'messages', locale);
  const files = readdirSync(dir).filter((name) => name.endsWith('.json'));
  return new Set(
    files.flatMap((name) => {
      const content: unknown = JSON.parse(readFileSync(path.join(dir, name), 'utf8'));
      return leaves(content, path.basename(name, '.json'));
    }),
  );
}

function leaves(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${at}.${key}`));
}
