import { expect, it } from 'vitest';
import { keysOf } from './check-messages';
import { NAMED_ELSEWHERE, unreadMessages } from './message-readers';

/** One key for each declared name, so that none of them is missed. */
const declared = NAMED_ELSEWHERE.map((name) => name.replaceAll('**', 'some.text').replaceAll('*', 'some'));
const unread = (keys: string[], sources?: string[]) =>
  unreadMessages(new Set([...declared, ...keys]), sources);

it('a text that no file names beside its namespace is found', () => {
  const sources = [
    "const t = useTranslations('home.lines'); t('title');",
    "translator(locale, 'search')('lead')",
  ];
  expect(unread(['home.lines.title', 'search.lead'], sources)).toEqual([]);
  expect(unread(['home.lines.lead'], sources)).toEqual([
    expect.stringContaining('nobody reads home.lines.lead'),
  ]);
  expect(unread(['home.title'], sources)).toHaveLength(1);
});

it('parts of a key that are worked out stand for anything there, a key worked out as a whole for nothing', () => {
  const sources = [
    `getTranslations('trip'); t(\`state.\${state}\`); t(\`\${code}\`); t(\`a-\${variant}.lead\`)`,
  ];
  expect(unread(['trip.state.paid', 'trip.a-b.lead'], sources)).toEqual([]);
  expect(unread(['trip.paid'], sources)).toHaveLength(1);
});

it('a declared name that no text has any more is told', () => {
  const [first, ...others] = declared;
  expect(unreadMessages(new Set(others), [])).toEqual([
    `there is no ${NAMED_ELSEWHERE[0]} (declared in scripts/message-readers.ts)`,
  ]);
  expect(unreadMessages(new Set([first ?? '', ...others]), [])).toEqual([]);
});

it('of the texts of the product, one that was never read is found', () => {
  const keys = keysOf('fr');
  expect(unreadMessages(new Set([...keys, 'line.next.calendar', 'line.facts.miles']))).toHaveLength(
    unreadMessages(keys).length + 2,
  );
});
