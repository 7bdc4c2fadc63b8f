import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '@/lib/kernel/locale';

export type Messages = Record<string, unknown>;
const cache = new Map<Locale, Messages>();

/** All texts of a language: one file per namespace under `messages/<locale>/`. Server only. */
export function loadMessages(locale: Locale): Messages {
  const known = cache.get(locale);
  if (known && process.env.NODE_ENV === 'production') return known;
  const directory = join(process.cwd(), 'messages', locale);
  const messages: Messages = {};
  for (const file of readdirSync(directory)) {
    if (!file.endsWith('.json')) continue;
    messages[file.slice(0, -5)] = JSON.parse(readFileSync(join(directory, file), 'utf8'));
  }
  cache.set(locale, messages);
  return messages;
}
