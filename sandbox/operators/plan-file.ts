import path from 'node:path';

/** Where a company finds the plan of its season. */
export function planFile(dataDir: string, company: string): string {
  return path.join(dataDir, 'operators', `${company}.plan.json`);
}
