import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { priceHistory } from '@/db/seed/price-history';
import { planTimetable } from '@/db/seed/timetable';
import { bandOf } from '@/lib/insights/comparison-rules';
import { addDays, daysBetween, type LocalDate } from '@/lib/kernel/dates';
import { DAYS_AHEAD_STEPS } from '@/lib/pricing/tariff';
import { type HistoryRow, historyOf, readCsv } from './history';
import { type Judged, judge, scoreOf } from './judge';

/**
 * `npm run backtest [-- --history file.csv] [--split 2026-05-22]`: learns the advice from the first two thirds of a
 * history and judges it on the last. Without a file: the past of the seed, as of `--day` with the number `--seed`.
 */
const { values } = parseArgs({
  options: {
    history: { type: 'string' },
    split: { type: 'string' },
    day: { type: 'string', default: '2026-11-22' },
    seed: { type: 'string', default: '1' },
  },
});
const rows: readonly HistoryRow[] = values.history
  ? readCsv(readFileSync(values.history, 'utf8'))
  : priceHistory(Number(values.seed), values.day, planTimetable(values.day, addDays(values.day, 547)));
if (rows.length === 0) throw new RangeError('the history is empty');

const first = rows.map((row) => row.observed_from).sort()[0] ?? '';
const end =
  rows
    .map((row) => row.observed_until)
    .sort()
    .at(-1) ?? '';
const split: LocalDate = values.split ?? addDays(first, Math.round((daysBetween(first, end) * 2) / 3));
const judged = judge(historyOf(rows), split, end);

console.log(
  values.history
    ? `History: ${values.history}`
    : `Synthetic prices of the seed ${values.seed}, as of ${values.day}`,
);
console.log(`${rows.length} runs, ${first} to ${end}; learnt before ${split}, judged from then on\n`);
table('advice', [
  ['book now', judged.filter((each) => each.said === 'book-now')],
  ['wait', judged.filter((each) => each.said === 'wait')],
  ['nothing', judged.filter((each) => each.said === 'nothing')],
  ['all moments', judged],
]);
const wait = scoreOf(judged.filter((each) => each.said === 'wait'));
const isEarned = wait.cheaper > wait.dearer && wait.meanGainEuros > 0;
console.log(
  `\nWaiting when told to was cheaper than booking at once ${wait.cheaper} times, dearer ${wait.dearer} times, and brought`,
  `${euros(wait.meanGainEuros)} on average: on this history "wait" is ${isEarned ? 'earned' : 'not earned'}.`,
);
for (const said of ['book-now', 'wait'] as const) {
  console.log(`\n"${said}" by days ahead`);
  table(
    'days',
    [...DAYS_AHEAD_STEPS].reverse().map(({ from }) => {
      const { to } = bandOf(from);
      return [
        to === Infinity ? `${from} and more` : `${from} to ${to}`,
        judged.filter((each) => each.said === said && each.daysAhead >= from && each.daysAhead <= to),
      ];
    }),
  );
}

function table(title: string, parts: readonly (readonly [string, readonly Judged[]])[]): void {
  console.log(
    `| ${title} | moments | departures | waiting cheaper | same | dearer | sold out | waiting brought |`,
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const [name, part] of parts) {
    const score = scoreOf(part);
    const share = (count: number) => `${((100 * count) / Math.max(1, score.moments)).toFixed(1)} %`;
    console.log(
      `| ${name} | ${score.moments} | ${score.departures} | ${share(score.cheaper)} | ${share(score.same)} | ${share(score.dearer)} | ${share(score.soldOut)} | ${euros(score.meanGainEuros)} |`,
    );
  }
}

function euros(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${Math.abs(amount).toFixed(2)} €`;
}
