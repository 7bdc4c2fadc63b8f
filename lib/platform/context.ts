import { randomUUID } from 'node:crypto';
import type { Context } from '@/lib/kernel/context';
import { DEFAULT_LOCALE, type Locale } from '@/lib/kernel/locale';
import { now } from './clock';

/** The surroundings of someone unknown. */
export function guestContext(locale: Locale): Context {
  return { actor: { kind: 'guest' }, locale, now: now(), requestId: randomUUID() };
}

/** The surroundings of someone who holds the access token of a booking. */
export function bearerContext(locale: Locale, accessToken: string): Context {
  return { actor: { kind: 'bearer', accessToken }, locale, now: now(), requestId: randomUUID() };
}

/** The surroundings of a job or a webhook; `name` goes to the audit log. */
export function systemContext(name: string, locale: Locale = DEFAULT_LOCALE): Context {
  return { actor: { kind: 'system', name }, locale, now: now(), requestId: randomUUID() };
}
