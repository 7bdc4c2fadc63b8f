import { expect, it } from 'vitest';
import { strayTests } from './check-tests';

const unit = (file: string) => ({ file, project: 'unit' });
const db = (file: string) => ({ file, project: 'db' });
const phone = (file: string) => ({ file, project: 'phone' });
const desktop = (file: string) => ({ file, project: 'desktop' });

it('a test that belongs to one project of vitest is in order', () => {
  expect(strayTests(['a.test.ts', 'b.db.test.ts'], [unit('a.test.ts'), db('b.db.test.ts')], [])).toEqual([]);
});

it('a page test may be run on several widths', () => {
  expect(strayTests(['a.spec.ts'], [], [phone('a.spec.ts'), desktop('a.spec.ts')])).toEqual([]);
});

it('a test that no project takes is told', () => {
  expect(strayTests(['a.http.test.ts', 'b.spec.ts'], [unit('a.test.ts')], [phone('c.spec.ts')])).toEqual([
    'a.http.test.ts: nobody runs it',
    'b.spec.ts: nobody runs it',
  ]);
});

it('a test that two kinds of vitest take is told', () => {
  expect(strayTests(['a.db.test.ts'], [unit('a.db.test.ts'), db('a.db.test.ts')], [])).toEqual([
    'a.db.test.ts: run by unit and by db',
  ]);
});

it('a test that the wrong runner takes is told', () => {
  const both = strayTests(['a.spec.ts'], [unit('a.spec.ts')], [phone('a.spec.ts')]);
  expect(both).toEqual(['a.spec.ts: run by unit too']);
});
