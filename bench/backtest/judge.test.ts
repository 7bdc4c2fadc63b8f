import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { type HistoryRow, historyOf, readCsv } from './history';
import { judge, scoreOf } from './judge';

const LINE = 'FRMRS-FRBIA';
const SPLIT = '2026-05-04';

/** A departure seen for 60 days, whose price moves 20 days before it leaves. */
function rows(day: string, then: number): HistoryRow[] {
  const base = { route_id: LINE, departure_day: day };
  return [
    { ...base, observed_from: addDays(day, -60), observed_until: addDays(day, -21), basic_cents: 5_000 },
    { ...base, observed_from: addDays(day, -20), observed_until: day, basic_cents: then },
  ];
}
/** The same weeks a year before. */
const before = Array.from({ length: 70 }, (_, index) => addDays(SPLIT, index - 364 - 14));
const after = Array.from({ length: 42 }, (_, index) => addDays(SPLIT, index + 1));
const judged = (past: number, then: number) =>
  judge(
    historyOf([...before.flatMap((day) => rows(day, past)), ...after.flatMap((day) => rows(day, then))]),
    SPLIT,
    addDays(SPLIT, 42),
  );

describe('the backtest', () => {
  it('scores the advice by what came after it, not by what it was learnt from', () => {
    const right = judged(6_000, 6_000).filter((each) => each.said === 'book-now');
    expect(right.length).toBeGreaterThan(10);
    expect(scoreOf(right)).toMatchObject({ cheaper: 0, soldOut: 0, meanGainEuros: -10 });
    const wrong = judged(6_000, 4_000).filter((each) => each.said === 'book-now');
    expect(wrong.length).toBe(right.length);
    expect(scoreOf(wrong)).toMatchObject({ dearer: 0, meanGainEuros: 10 });
    const waited = judged(4_000, 6_000).filter((each) => each.said === 'wait');
    expect(scoreOf(waited)).toMatchObject({ moments: right.length, cheaper: 0, meanGainEuros: -10 });
  });

  it('judges no moment before the split, and none whose outcome is not known', () => {
    for (const { departureDay, daysAhead } of judged(6_000, 6_000)) {
      const day = addDays(departureDay, -daysAhead);
      expect(day >= SPLIT && day < departureDay).toBe(true);
    }
    const cut = before
      .concat(after)
      .flatMap((day) => rows(day, 6_000))
      .filter((row) => row.basic_cents === 5_000);
    expect(judge(historyOf(cut), SPLIT, addDays(SPLIT, 42)).filter((each) => each.daysAhead <= 20)).toEqual(
      [],
    );
  });

  it('reads any history in CSV, columns by name, and says which line is wrong', () => {
    const head = 'observed_from,observed_until,route_id,departure_day,basic_cents,flex_cents';
    const line = '2026-01-01,2026-01-05,FRMRS-FRBIA,2026-02-01';
    expect(readCsv(`${head}\n${line},5000,7000\r\n${line},,\n`).map((row) => row.basic_cents)).toEqual([
      5_000,
      null,
    ]);
    expect(() => readCsv(`${head}\n${line},free,`)).toThrow('line 2');
    expect(() => readCsv(`${head}\n2026-01-09,2026-01-05,FRMRS-FRBIA,2026-02-01,5000,`)).toThrow('line 2');
    expect(() => readCsv('a,b\n1,2')).toThrow('no column route_id');
  });
});
