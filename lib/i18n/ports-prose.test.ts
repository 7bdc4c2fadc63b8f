import { describe, expect, it } from 'vitest';
import { PORTS } from '@/db/seed/ports';
import { LOCALES, type Locale } from '@/lib/kernel/locale';
import { loadMessages } from './messages';

const PARTS = ['about', 'access', 'around', 'checkIn'];
/** Share of its runs of five words that a text may have in common with any other text of its language. */
const MOST_SHARED = 0.08;

type Texts = ReadonlyMap<string, string>;

const proseOf = (locale: Locale) =>
  loadMessages(locale)['ports-prose'] as Readonly<Record<string, Readonly<Record<string, string>>>>;

const textsOf = (locale: Locale): Texts =>
  new Map(
    Object.entries(proseOf(locale)).flatMap(([code, parts]) =>
      Object.entries(parts).map(([part, text]) => [`${code}.${part}`, text] as const),
    ),
  );

/** Every text below a node, whatever its shape. */
const leaves = (node: unknown, id: string): [string, string][] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, child]) => leaves(child, `${id}.${key}`))
    : [[id, String(node)]];

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Runs of five words, by text, names left out: two texts that differ by names alone are one. A word nowhere written small is a name. */
function runsOfFive(texts: Texts): [string, Set<string>][] {
  const small = new Set([...texts.values()].flatMap(wordsOf).filter((word) => /^\p{Ll}/u.test(word)));
  return [...texts].map(([id, text]) => {
    const words = wordsOf(text)
      .map((word) => word.toLowerCase())
      .filter((word) => small.has(word));
    return [id, new Set(words.slice(4).map((_, start) => words.slice(start, start + 5).join(' ')))];
  });
}

/** Pairs of texts that share more than they may. */
function lookalikes(texts: Texts): string[] {
  const all = runsOfFive(texts);
  return all.flatMap(([id, runs], index) =>
    all.slice(index + 1).flatMap(([otherId, others]) => {
      const common = [...runs].filter((run) => others.has(run)).length;
      return common / Math.min(runs.size, others.size) > MOST_SHARED ? [`${id} ~ ${otherId}`] : [];
    }),
  );
}

describe('the test of likeness', () => {
  it('finds a text that was used again under other names', () => {
    const texts = textsOf('fr');
    const again = texts.get('FRMRS.about')?.replaceAll(/Marseille|La Joliette|Corse/g, 'Gênes') ?? '';
    expect(lookalikes(new Map([...texts, ['again', again]]))).toEqual(['FRMRS.about ~ again']);
  });
});

describe.each(LOCALES)('what is said of ports in %s', (locale) => {
  const texts = textsOf(locale);

  it('has its four parts for each port', () => {
    const parts = Object.entries(proseOf(locale)).map(([code, own]) => [code, Object.keys(own).sort()]);
    expect(Object.fromEntries(parts)).toEqual(Object.fromEntries(PORTS.map(({ code }) => [code, PARTS])));
  });

  it('is said of no other port, line or operator', () => {
    const messages = loadMessages(locale);
    const others = ['routes-prose', 'operators-prose'].flatMap((kind) => leaves(messages[kind], kind));
    expect(others.length).toBeGreaterThan(50);
    const alike = lookalikes(new Map([...texts, ...others]));
    expect(alike.filter((pair) => pair.split(' ~ ').some((id) => texts.has(id)))).toEqual([]);
  });

  it('is 40 to 90 words long', () => {
    const lengths = [...texts].map(([id, text]) => {
      const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      return { id, words };
    });
    expect(lengths.filter(({ words }) => words < 40 || words > 90)).toEqual([]);
  });

  it('leaves the hours of check-in to the data, which differ by operator and line', () => {
    const hours =
      /(\d|\b(une|deux|trois|one|two|three|un|due|tre))[ \u00a0’]?(h|heures?|hours?|or[ae]|minutes?|minuti)\b/iu;
    expect([...texts].filter(([id, text]) => id.endsWith('.checkIn') && hours.test(text))).toEqual([]);
  });

  it('has curly apostrophes, and hours that do not break', () => {
    expect([...texts].filter(([, text]) => /['"]|\s{2}|\d h\b/u.test(text))).toEqual([]);
  });
});
