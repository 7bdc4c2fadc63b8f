import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/sandbox/ports';
import { startPostgres } from '@/sandbox/postgres';
import type { Looks } from './looks';

/**
 * `npm run bench:supply`: what it costs to compare all that operators tell with all that we have. Prints a table; with
 * `--write` it goes into bench/README.md.
 */
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-supply-'));
const server = await startPostgres({ dataDir, port: await freePort(), throwaway: true });
try {
  await server.createDatabase('bench');
  const url = server.url('bench');
  // Modules of the product read the environment when they are loaded.
  Object.assign(process.env, { DATABASE_URL: url, LOG_LEVEL: 'silent' });
  const [{ migrateDatabase }, { seedDatabase }, { lookAtAll }] = await Promise.all([
    import('@/db/migrate'),
    import('@/db/seed/seed'),
    import('./looks'),
  ]);
  await migrateDatabase(url);
  await seedDatabase(url);
  report(await lookAtAll());
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

function report({ sailings, same, changed, rules, reading }: Looks): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const count = sailings.toLocaleString('en');
  const table = [
    '| what | time | rows written | of which needed | floor, same run |',
    '|---|---|---|---|---|',
    `| A full look, ${count} sailings, nothing changed | ${ms(same.ms)} | ${same.rows} | 0 | ${ms(reading)} (reading them) |`,
    `| The comparison of it alone | ${ms(rules)} | – | – | – |`,
    `| A full look, 1 % changed (${changed.sailings} sailings, ${changed.needed} rows) | ${ms(changed.ms)} | ${changed.rows} | ${changed.needed} | ${ms(reading)} |`,
    `| Announced by it | – | ${changed.announced} hints | ${changed.sailings} | – |`,
  ].join('\n');
  console.log(`\n${table}`);
  if (!process.argv.includes('--write')) return;
  const readme = path.join(import.meta.dirname, '../README.md');
  const [before = '', rest = ''] = readFileSync(readme, 'utf8').split('<!-- supply -->');
  const after = rest.split('<!-- /supply -->')[1] ?? '';
  writeFileSync(readme, `${before}<!-- supply -->\n${table}\n<!-- /supply -->${after}`);
}
