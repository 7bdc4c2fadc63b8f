import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { becomesFree, portNear } from '@/sandbox/ports';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Where one copy of the product runs and keeps its things. */
export interface Surroundings {
  readonly dataDir: string;
  /** Directory of the production build, relative to the root: one per data directory, as pages are made from data. */
  readonly distDir: string;
  readonly port: number;
  readonly realtimePort: number;
  readonly sandboxPort: number;
  readonly appUrl: string;
}

/** Reads `.env`, when there is one; what the environment has already wins. */
export function loadSettings(): void {
  const file = path.join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Where state is kept: `VOILA_DATA`, or `.data` in the project. */
export function dataDirectory(): string {
  return path.resolve(ROOT, process.env.VOILA_DATA || '.data');
}

/**
 * Ports and directories from `PORT`, `VOILA_DATA` and `NEXT_DIST_DIR`. A `PORT` that was asked for must be free
 * (throws otherwise); the default gives way. The live channel and the sandbox follow the site's port if they can.
 */
export async function surroundings(): Promise<Surroundings> {
  const dataDir = dataDirectory();
  const asked = process.env.PORT ? Number(process.env.PORT) : null;
  if (asked !== null && !(await becomesFree(asked)))
    throw new Error(`port ${asked} is taken; choose another PORT`);
  const port = asked ?? (await portNear(3000));
  return {
    dataDir,
    distDir: process.env.NEXT_DIST_DIR || defaultDistDir(dataDir),
    port,
    realtimePort: await portNear(port + 1),
    sandboxPort: await portNear(port + 2),
    appUrl: process.env.APP_URL || `http://localhost:${port}`,
  };
}

function defaultDistDir(dataDir: string): string {
  if (dataDir === path.join(ROOT, '.data')) return '.next';
  return `.next-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`;
}
