import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { operatorPlan } from '@/db/seed/operator-plan';
import { addDays, localDateOf } from '@/lib/kernel/dates';
import { sandboxNow } from '@/sandbox/clock';
import { COMPANIES } from '@/sandbox/operators/companies';
import { planFile } from '@/sandbox/operators/plan-file';
import { dataDirectory } from './surroundings';

/** As far as the seed's own timetable goes. */
const DAYS = 547;
const SEED = 1;

/** Writes down, for each company of the sandbox, what it sells from today on, as the seed has it. */
export function writeOperatorPlans(dataDir: string): void {
  const clockFile = process.env.CLOCK_FILE || path.join(dataDir, 'clock');
  const today = localDateOf(new Date(sandboxNow(clockFile)), 'Europe/Paris');
  for (const { name, sells } of COMPANIES) {
    const file = planFile(dataDir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(operatorPlan(sells, SEED, today, addDays(today, DAYS))));
    renameSync(`${file}.new`, file);
  }
}

if (import.meta.main) writeOperatorPlans(dataDirectory());
