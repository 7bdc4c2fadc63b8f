import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What was measured, beside the floor of the same run and the goal. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly floor: string;
  readonly ratio: string;
  readonly goal: string;
}

/** Rows as they are measured: told at once, at the end all of them as a table. */
export class Table {
  readonly #rows: Row[] = [];

  add(what: string, ours: string, floor: string, ratio: string, goal: string): void {
    this.#rows.push({ what, ours, floor, ratio, goal });
    console.log(`${what}: ${ours} against ${floor}, ${ratio} (goal ${goal})`);
  }

  toString(): string {
    return [
      '| what | here | floor, same run | ratio | goal |',
      '|---|---|---|---|---|',
      ...this.#rows.map((r) => `| ${r.what} | ${r.ours} | ${r.floor} | ${r.ratio} | ${r.goal} |`),
    ].join('\n');
  }

  /** Puts the table into bench/README.md, between the two comments of this name. */
  write(name: string): void {
    const readme = path.join(import.meta.dirname, 'README.md');
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before = '', rest] = readFileSync(readme, 'utf8').split(open);
    const [, after] = rest?.split(close) ?? [];
    if (after === undefined) throw new Error(`bench/README.md has no place for the table "${name}"`);
    writeFileSync(readme, `${before}${open}\n${this}\n${close}${after}`);
  }
}
