import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Crowd, crowdOn } from './crowd';
import { delaysOf } from './delays';

/**
 * `npm run bench:live`: the live channel against bare `ws` doing the same in the same run, and how long a hold takes to
 * other people's screens. Prints a table; with `--write` it goes into bench/README.md. Parts: `crowd delay`.
 */
const CLIENTS = 5000;
const TURNS = 3;

interface Row {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: string;
  readonly goal: string;
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = (part: string) => asked.length === 0 || asked.includes(part);
const rows: Row[] = [];
const row = (what: string, ours: string, floor: string, ratio: string, goal: string) => {
  rows.push({ what, ours, floor, ratio, goal });
  console.log(`${what}: ${ours} against ${floor}, ${ratio} (goal ${goal})`);
};
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ms = (each: number) => `${each.toFixed(0)} ms`;

if (wanted('crowd')) await crowd();
if (wanted('delay')) await delay();
report();

async function crowd(): Promise<void> {
  const pairs: { readonly ours: Crowd; readonly bare: Crowd }[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const bare = await crowdOn('bare', CLIENTS);
    const ours = await crowdOn('ours', CLIENTS);
    console.log(`turn ${turn + 1}:`, { ours, bare });
    pairs.push({ ours, bare });
  }
  const of = (kind: 'ours' | 'bare', what: 'p50' | 'p99' | 'bytesPerClient') =>
    median(pairs.map((pair) => pair[kind][what]));
  const ratio = (what: 'p50' | 'p99' | 'bytesPerClient') =>
    `${median(pairs.map(({ ours, bare }) => ours[what] / bare[what])).toFixed(2)} ×`;
  for (const [what, goal] of [
    ['p50', '–'],
    ['p99', '≤ 1.5'],
  ] as const) {
    const name = `A broadcast to ${CLIENTS} clients, ${what}`;
    row(name, ms(of('ours', what)), `${ms(of('bare', what))} (bare ws)`, ratio(what), goal);
  }
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  row(
    'Memory per client',
    kb(of('ours', 'bytesPerClient')),
    `${kb(of('bare', 'bytesPerClient'))} (bare ws)`,
    ratio('bytesPerClient'),
    '–',
  );
  const right = (kind: 'ours' | 'bare') =>
    `${((100 * Math.min(...pairs.map((pair) => pair[kind].right))) / CLIENTS).toFixed(2)} %`;
  row(
    'Right in the end, a tenth of the connections cut during 20 broadcasts',
    right('ours'),
    `${right('bare')} (bare ws, nothing caught up)`,
    '–',
    '100 %',
  );
}

async function delay(): Promise<void> {
  const { seen, api, healed } = await delaysOf();
  row(
    'From the commit of a hold to another window, other sidecar',
    `${ms(median(seen))}, at most ${ms(Math.max(...seen))}`,
    `${ms(median(api))} (the hold itself, asked by HTTP)`,
    '–',
    '≤ 100 ms',
  );
  row(
    'Redis restarted: longest time that a window was wrong',
    ms(Math.max(...healed)),
    '–',
    '–',
    '≤ 5000 ms',
  );
}

function report(): void {
  const table = [
    '| what | here | floor, same run | ratio | goal |',
    '|---|---|---|---|---|',
    ...rows.map((r) => `| ${r.what} | ${r.ours} | ${r.floor} | ${r.ratio} | ${r.goal} |`),
  ].join('\n');
  console.log(`\n${table}`);
  if (!process.argv.includes('--write')) return;
  const readme = path.join(import.meta.dirname, '../README.md');
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split('<!-- live -->');
  const after = rest.split('<!-- /live -->')[1] ?? '';
  writeFileSync(readme, `${before}<!-- live -->\n${table}\n<!-- /live -->${after}`);
}
