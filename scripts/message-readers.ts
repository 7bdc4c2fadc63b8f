import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './surroundings';

/**
 * Texts whose keys stand in no file beside their namespace: named after a code of the product (a problem, a refusal, a
 * kind of vehicle), or read where another file hands the translator on. `*` is any part of a segment, `**` the rest.
 */
export const NAMED_ELSEWHERE = [
  '*-prose.**',
  'booking.errors.field.*',
  'booking.meta.*',
  'booking.notice.*',
  'booking.problem.*',
  'booking.refused.*',
  'documents.ticket.family.*',
  'emails.*.lead*',
  'emails.*.back',
  'emails.*.alternatives',
  'emails.*.next',
  'legs.*',
  'line.questions.**',
  'line.trail.*',
  'line.week.*',
  'pricing.family.*',
  'pricing.vehicle.*',
  'search.co2.*',
  'search.fares.*',
  'search.party.*',
  'search.problems.*',
  'trip.extraPayment.*',
  'trip.moment',
  'trip.refused.*',
];

/** What a file asks for: namespaces of translators, and whatever may be a key of theirs. */
interface Reader {
  readonly namespaces: readonly RegExp[];
  readonly keys: readonly RegExp[];
}

const TRANSLATOR =
  /(?:getTranslations|useTranslations|translator|namespace)\b[^'`;\n]*?(?:'([^'\n]+)'|`([^`\n]+)`)/g;
const KEY = /'([\w.-]+)'|`([\w.$ {}()?:'[\]-]+)`/g;

/** Keys that no file of the product reads; and declared ones of which there are none. */
export function unreadMessages(keys: ReadonlySet<string>, sources = productSources()): string[] {
  const readers = sources.map(readerOf).filter(({ namespaces }) => namespaces.length > 0);
  const declared = NAMED_ELSEWHERE.map((name) => ({ name, pattern: patternOf(name) }));
  const unread = [...keys].filter(
    (key) => !declared.some(({ pattern }) => pattern.test(key)) && !readers.some((each) => reads(each, key)),
  );
  return [
    ...unread.map((key) => `nobody reads ${key}: delete it, or declare it in scripts/message-readers.ts`),
    ...declared
      .filter(({ pattern }) => ![...keys].some((key) => pattern.test(key)))
      .map(({ name }) => `there is no ${name} (declared in scripts/message-readers.ts)`),
  ];
}

function productSources(): string[] {
  return globSync('{app,components,lib,inngest}/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(ROOT, file), 'utf8'));
}

function readerOf(source: string): Reader {
  const found = (pattern: RegExp) =>
    [...source.matchAll(pattern)].map(([, plain, template]) =>
      patternOf(plain ?? template?.replace(/\$\{[^}]*\}/g, '*') ?? ''),
    );
  // A template of holes alone may be any key, and tells nothing.
  return {
    namespaces: found(TRANSLATOR),
    keys: found(KEY).filter(({ source: text }) => /[a-z]{2}/i.test(text)),
  };
}

/** Whether a file names the key: a namespace of its own, and the rest of the key. */
function reads({ namespaces, keys }: Reader, key: string): boolean {
  const segments = key.split('.');
  return segments.some((_, index) => {
    const [namespace, rest] = [segments.slice(0, index).join('.'), segments.slice(index).join('.')];
    return namespaces.some((each) => each.test(namespace)) && keys.some((each) => each.test(rest));
  });
}

function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('**', '.+').replaceAll('*', '[\\w-]*')}$`);
}
