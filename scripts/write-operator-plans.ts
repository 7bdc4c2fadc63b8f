import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { operatorPlan } from '@/db/seed/operator-plan';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { sandboxNow } from '@/sandbox/clock';
import { COMPANIES } from '@/sandbox/operators/companies';
import { planFile } from '@/sandbox/operators/plan-file';
import { dataDirectory } from './surroundings';

/** Raise when plans or the seed change: the next start writes them again. */
const VERSION = 'operator-plans-1';
/** As far as the seed's own timetable goes. */
const DAYS = 547;
const SEED = 1;

/** Writes down, for each company of the sandbox, what it sells from today on, as the seed has it; once a day. */
export function writeOperatorPlans(dataDir: string): void {
  const clockFile = process.env.CLOCK_FILE || path.join(dataDir, 'clock');
  const today = localDateOf(new Date(sandboxNow(clockFile)), 'Europe/Paris');
  const written = path.join(path.dirname(planFile(dataDir, 'any')), 'plans');
  const run = `${VERSION}:${SEED}:${today}+${DAYS} ${COMPANIES.map(({ name }) => name).join(' ')}`;
  if (existsSync(written) && readFileSync(written, 'utf8') === run) return;
  mkdirSync(path.dirname(written), { recursive: true });
  for (const { name, sells } of COMPANIES)
    put(planFile(dataDir, name), JSON.stringify(operatorPlan(sells, SEED, today, addDays(today, DAYS))));
  put(written, run);
}

/** Whole or not at all. */
function put(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

if (import.meta.main) writeOperatorPlans(dataDirectory());
