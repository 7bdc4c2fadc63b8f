import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '@/sandbox/ports';
import { removeOutsideHome } from '@/sandbox/postgres-home';
import type { Settings } from './parts';
import { ROOT } from './surroundings';

/** Vendors' settings of whoever runs the tests must not reach them. */
const FOREIGN =
  /^(DATABASE_|UPSTASH_|STRIPE_|RESEND_|S3_|LOCAL_OPERATOR_|GNV_|CTN_|CORSICA_LINEA_|LYKO_|FERRYHOPPER_|OPERATOR_REST_|FOLLOWED_|INNGEST_|EDGE_|SEALING_KEYS|TICKET_|CLOCK_FILE|APP_URL|REALTIME_|REDIS_URL)/;

export interface House {
  /** Settings of the running product, with `SANDBOX_URL`. */
  readonly settings: Settings;
  /** The process that all others belong to. */
  pid(): number;
  /** After it was killed: once more, on the same data and ports. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  /** Settings that this house gets beside its own. */
  readonly settings?: Settings;
  /** Serves the production build that is there: for a second house beside the one that made it. */
  readonly asBuilt?: boolean;
  /** Where its logs are left, in `test-results`. */
  readonly logs?: string;
}

/**
 * The whole house for end-to-end tests, started as `npm start` does it: ports, data and build of its own.
 * Throws when it does not come up; its logs are left in `test-results/logs`
 * or where the options say.
 */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'voila-e2e-'));
  chmodSync(dataDir, 0o755);
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name))),
    // Nobody's books but our own change what a test has set, unless it asks for them.
    FOLLOWED_OPERATORS: '',
    ...options.settings,
    NODE_ENV: 'production' as const,
    npm_lifecycle_event: undefined,
    VOILA_DATA: dataDir,
    PORT: String(await freePort()),
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR || '.next-test',
  };
  let run = launch(env, options.asBuilt ?? false);
  const stop = async (): Promise<void> => {
    if (run.child.connected) run.child.disconnect();
    await run.exited;
    const logs = path.join(dataDir, 'logs');
    const kept = path.join(ROOT, 'test-results', options.logs ?? 'logs');
    if (existsSync(logs)) cpSync(logs, kept, { recursive: true });
    removeOutsideHome(path.join(dataDir, 'postgres'));
    rmSync(dataDir, { recursive: true, force: true });
  };
  const up = async (): Promise<Settings> => {
    const settings = await run.settings;
    if (settings) return settings;
    await stop();
    throw new Error('the house did not come up');
  };
  const settings = await up();
  return {
    settings,
    pid: () => run.child.pid as number,
    async startAgain() {
      await run.exited;
      run = launch(env, options.asBuilt ?? false);
      await up();
    },
    stop,
  };
}

/** The start command as a process; `settings` is null when it ended before it was up. */
function launch(env: NodeJS.ProcessEnv, asBuilt: boolean) {
  const args = ['--import', 'tsx', 'scripts/start.ts', '--no-dotenv', ...(asBuilt ? ['--as-built'] : [])];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const settings = Promise.race([
    new Promise<Settings>((resolve) => child.once('message', (message) => resolve(message as Settings))),
    exited.then(() => null),
  ]);
  return { child, exited, settings };
}
