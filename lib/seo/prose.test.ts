import { describe, expect, it } from 'vitest';
import { OPERATORS } from '@/db/seed/operators';
import { PORTS } from '@/db/seed/ports';
import { DIRECTIONS, ROUTES } from '@/db/seed/routes';
import { loadMessages } from '@/lib/i18n/messages';
import { LOCALES, type Locale } from '@/lib/kernel/locale';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** Ports have a test of their own, in lib/i18n/ports-prose.test.ts. */
type Kind = 'line' | 'direction' | 'operator';

/** Words a text of each kind may have, fewest and most. */
const BOUNDS: Readonly<Record<Kind, readonly [number, number]>> = {
  line: [40, 70],
  direction: [25, 45],
  operator: [40, 70],
};
const KINDS = Object.keys(BOUNDS) as Kind[];
const CASES = LOCALES.flatMap((locale) => KINDS.map((kind) => [locale, kind] as const));
const NAMES = [...PORTS.flatMap((port) => Object.values(port.names)), ...OPERATORS.map((each) => each.name)]
  .flatMap((name) => [name, ...name.replace(/\)/g, '').split(' (')])
  .map((name) => name.toLowerCase())
  .sort((a, b) => b.length - a.length);
const NAME = new RegExp(
  `(?<![\\p{L}])(${NAMES.map((name) => name.replace(/[()]/g, '\\$&')).join('|')})(?![\\p{L}])`,
  'gu',
);

function entries(locale: Locale, kind: Kind): readonly (readonly [id: string, text: string])[] {
  const of = (namespace: string) => (loadMessages(locale)[namespace] ?? {}) as Texts;
  const field = (texts: Texts, name: string) =>
    Object.entries(texts).flatMap(([id, { [name]: text }]) =>
      text === undefined ? [] : [[id, text] as const],
    );
  if (kind === 'line') return field(of('routes-prose'), 'about');
  if (kind === 'direction') return Object.entries(of('routes-prose').directions ?? {});
  return field(of('operators-prose'), 'about');
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Runs of four words, names of ports and operators taken out. */
function runs(text: string): Set<string> {
  const left = words(text.toLowerCase().replace(NAME, ' '));
  return new Set(left.slice(3).map((_, at) => left.slice(at, at + 4).join(' ')));
}

function shared(a: Set<string>, b: Set<string>): number {
  return [...a].filter((run) => b.has(run)).length / Math.min(a.size, b.size);
}

/** What each kind is written about: exactly these, no less and no more. */
const SUBJECTS: Readonly<Record<Kind, readonly string[]>> = {
  line: ROUTES.map(({ out, back }) => `${out}-${back}`),
  direction: [...DIRECTIONS.keys()],
  operator: OPERATORS.map(({ code }) => code),
};

describe('prose of the landing pages', () => {
  it.each(CASES)('is there for each and for nothing else, in %s, %s', (locale, kind) => {
    expect(
      entries(locale, kind)
        .map(([id]) => id)
        .sort(),
    ).toEqual([...SUBJECTS[kind]].sort());
  });

  it.each(CASES)('keeps its length, in %s, %s', (locale, kind) => {
    const [fewest, most] = BOUNDS[kind];
    const outside = entries(locale, kind)
      .map(([id, text]) => [id, (text.match(/[\p{L}\p{N}]+([’.-][\p{L}\p{N}]+)*/gu) ?? []).length] as const)
      .filter(([, count]) => count < fewest || count > most);
    expect(outside).toEqual([]);
  });

  it.each(CASES)('is no template, in %s, %s', (locale, kind) => {
    const all = entries(locale, kind).map(([id, text]) => [id, runs(text)] as const);
    const alike = all.flatMap(([id, a], at) =>
      all.slice(at + 1).flatMap(([other, b]) => (shared(a, b) > 0.2 ? [`${id} and ${other}`] : [])),
    );
    expect(alike).toEqual([]);
  });

  it.each(CASES)('has curly apostrophes and no double spaces, in %s, %s', (locale, kind) => {
    const wrong = entries(locale, kind).filter(([, text]) => /['"]|\s\s|\s$|^\s/.test(text));
    expect(wrong).toEqual([]);
  });

  it.each(KINDS)('in French never breaks before a sign or between a figure and its hours, %s', (kind) => {
    const wrong = entries('fr', kind).filter(([, text]) =>
      /[^\u00a0][:;?!€%]|\d (h|m|km|milles|heures|jours|nuits|\d{3})\b/.test(text),
    );
    expect(wrong).toEqual([]);
  });
});
