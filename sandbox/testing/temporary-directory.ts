import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * One directory for all that a run of tests puts aside, gone when the run ends. Readable for everybody: a
 * PostgreSQL in it may run as another user.
 */
export default function setup(): () => void {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'voila-tests-'));
  chmodSync(directory, 0o755);
  process.env.TMPDIR = directory;
  return () => rmSync(directory, { recursive: true, force: true });
}
