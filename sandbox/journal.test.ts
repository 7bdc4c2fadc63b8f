import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openJournal } from './journal';

const newFile = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'voila-journal-')), 'journal.jsonl');

it('remembers the last value of each key over restarts', () => {
  const file = newFile();
  const journal = openJournal(file);
  journal.put([
    ['a_1', { n: 1 }],
    ['b_1', { n: 2 }],
  ]);
  journal.put([['a_1', { n: 3 }]]);
  const reopened = openJournal(file);
  expect(reopened.get('a_1')).toEqual({ n: 3 });
  expect(reopened.list('b_')).toEqual([{ n: 2 }]);
});

it('drops a line that a crash tore, whole', () => {
  const file = newFile();
  openJournal(file).put([['a_1', 1]]);
  appendFileSync(file, '[["a_1",2],["a_2"');
  const reopened = openJournal(file);
  expect([reopened.get('a_1'), reopened.get('a_2')]).toEqual([1, undefined]);
  reopened.put([['a_2', 5]]);
  expect(openJournal(file).get('a_2')).toBe(5);
});

it('writes what belongs together as one line', () => {
  const file = newFile();
  const journal = openJournal(file);
  journal.together(() => {
    journal.put([['a', 1]]);
    journal.put([['b', 2]]);
  });
  expect(readFileSync(file, 'utf8')).toBe('[["a",1],["b",2]]\n');
});
