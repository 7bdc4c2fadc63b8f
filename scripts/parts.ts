import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { spawnTied, type TiedProcess } from '@/sandbox/tied-process';
import type { Run } from './keep-running';
import { ROOT, type Surroundings } from './surroundings';

export type Settings = Readonly<Record<string, string | undefined>>;

/** How long a part may take to come up. */
const START_TIMEOUT_MS = 90_000;
const TSX = ['--import', 'tsx'];

/**
 * The sandbox as a process of its own. `onSettings` gets what leads to its services, at each start. It ends by
 * itself when the channel to us closes.
 */
export function startSandboxProcess(
  { dataDir, sandboxPort, appUrl }: Surroundings,
  onSettings: (settings: Settings, url: string) => void,
): Promise<Run> {
  const child = spawn(process.execPath, [...TSX, 'sandbox/start.ts'], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, VOILA_DATA: dataDir, SANDBOX_PORT: String(sandboxPort), APP_URL: appUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await exited;
  };
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    void exited.then(() => reject(new Error('the sandbox has ended')));
    child.once('message', (message) => {
      const { env, url } = message as { env: Settings; url: string };
      onSettings(env, url);
      resolve({ exited, stop });
    });
  });
}

/** Brings the database to the newest schema and fills it where it is empty. Throws with its output. */
export async function prepareDatabase(settings: Settings): Promise<void> {
  await runToEnd([...TSX, 'scripts/prepare-database.ts'], settings);
}

/** Runs a Node program to its end with our output; throws when it fails. */
export async function runToEnd(args: string[], settings: Settings, log?: string): Promise<void> {
  const child = spawnTied(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stopSignal: 'TERM',
    ...(log && { log }),
  });
  const code = await child.exited;
  if (code !== 0) throw new Error(`${args.at(-1)} failed${log ? `:\n${tail(log)}` : ''}`);
}

/** The site: `next start`, or `next dev` with its output on the terminal. Resolves when it says it is ready. */
export async function startApp(around: Surroundings, settings: Settings, dev: boolean): Promise<Run> {
  const log = dev ? undefined : logFile(around, 'app');
  const from = log && existsSync(log) ? statSync(log).size : 0;
  const child = spawnTied(
    process.execPath,
    [nextBinary(), dev ? 'dev' : 'start', '--port', String(around.port)],
    { cwd: ROOT, env: { ...process.env, ...settings }, stopSignal: 'TERM', ...(log && { log }) },
  );
  await untilUp('the site', child, log, from, () => answers(around.port, '/api/health/ready'));
  return child;
}

/** The sidecar of the live channel. */
export async function startRealtime(around: Surroundings, settings: Settings): Promise<Run> {
  const log = logFile(around, 'realtime');
  const from = existsSync(log) ? statSync(log).size : 0;
  const child = spawnTied(process.execPath, [...TSX, 'realtime/server.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stopSignal: 'TERM',
    log,
  });
  await untilUp('the live channel', child, log, from, () => answers(around.realtimePort, '/health/live'));
  return child;
}

/**
 * Whether a server of ours answers there and is well. It asks and never listens: who tries a port by listening on
 * it takes it from the server that is coming up in that moment.
 */
export async function answers(port: number, path: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Path of Next's command, run by our Node without a shell between. */
export function nextBinary(): string {
  return createRequire(import.meta.url).resolve('next/dist/bin/next');
}

/** The file that a part's output goes to. */
export function logFile({ dataDir }: Surroundings, part: string): string {
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  return path.join(dataDir, 'logs', `${part}.log`);
}

async function untilUp(
  name: string,
  child: TiedProcess,
  log: string | undefined,
  from: number,
  isUp: () => Promise<boolean>,
): Promise<void> {
  let ended = false;
  void child.exited.then(() => {
    ended = true;
  });
  for (const end = Date.now() + START_TIMEOUT_MS; !ended && Date.now() < end; ) {
    if (await isUp()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await child.stop();
  throw new Error(`${name} did not come up${log ? `:\n${tail(log, from)}` : ''}`);
}

function tail(file: string, from = 0): string {
  return readFileSync(file).subarray(from).toString('utf8').split('\n').slice(-25).join('\n');
}
