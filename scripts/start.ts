import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Locked, takeLock } from '@/sandbox/lock';
import { line } from '@/sandbox/report';
import { buildWhenChanged } from './build';
import { type Kept, keepRunning } from './keep-running';
import { requireOurNode } from './node-version';
import { whenNpmEnds } from './npm-watch';
import { prepareDatabase, type Settings, startApp, startRealtime, startSandboxProcess } from './parts';
import { loadSettings, type Surroundings, surroundings } from './surroundings';
import { writeOperatorPlans } from './write-operator-plans';

/**
 * `npm start` and, with `--dev`, `npm run dev`: the sandbox, the schema and the seed, the production build when
 * the sources changed, the site and the live channel. Each part is started again when it dies. Everything ends
 * with this process, however it ends. Started by another program with a channel, it sends its settings there
 * once everything serves, and ends when the channel closes. `--as-built` serves the build that is there, whatever
 * address and data it was made for.
 */
requireOurNode();
const dev = process.argv.includes('--dev');
const say = (text: string): void => console.log(text);
const kept: Kept[] = [];
let stopping = false;

async function start(): Promise<void> {
  if (!process.argv.includes('--no-dotenv')) loadSettings();
  const around = await surroundings();
  releaseLock = await takeLock(path.join(around.dataDir, 'start.lock'));

  writeOperatorPlans(around.dataDir);
  let settings: Settings = {};
  let sandboxUrl = '';
  kept.push(
    await keepRunning(
      'sandbox',
      () =>
        startSandboxProcess(around, (env, url) => {
          sandboxUrl = url;
          const next = { ...productSettings(around), ...env };
          const moved = kept.length > 1 && JSON.stringify(next) !== JSON.stringify(settings);
          settings = next;
          if (moved) for (const part of kept.slice(1)) void part.restart();
        }),
      say,
    ),
  );
  if (stopping) return;

  const since = Date.now();
  await prepareDatabase(settings);
  say(line('database', `migrated and seeded (${seconds(since)})`));
  if (stopping) return;

  if (!dev && !process.argv.includes('--as-built')) {
    const begun = Date.now();
    const announce = () => say(line('build', 'the sources changed; building …'));
    const built = await buildWhenChanged(around, settings, dataId(around), announce);
    say(line('build', built ? `done (${seconds(begun)})` : 'up to date'));
    if (stopping) return;
  }

  kept.push(await keepRunning('live channel', () => startRealtime(around, settings), say));
  say(line('live', `http://localhost:${around.realtimePort}`));
  if (stopping) return;
  kept.push(await keepRunning('site', () => startApp(around, settings, dev), say));
  say(line('site', around.appUrl));
  say(`\nVoilà Ferry: ${around.appUrl}`);
  process.send?.({ ...settings, SANDBOX_URL: sandboxUrl, VOILA_DATA: around.dataDir });
}

/** What the product is told of this copy; settings the caller has set win. */
function productSettings(around: Surroundings): Settings {
  return {
    NODE_ENV: dev ? 'development' : 'production',
    APP_URL: around.appUrl,
    PORT: String(around.port),
    NEXT_DIST_DIR: around.distDir,
    NEXT_TELEMETRY_DISABLED: '1',
    REALTIME_PORT: String(around.realtimePort),
    REALTIME_URL: process.env.REALTIME_URL || `http://localhost:${around.realtimePort}`,
  };
}

/** Names the data that pages are made from: the sandbox's, or the caller's own database. */
function dataId({ dataDir }: Surroundings): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const state: { id: string } = JSON.parse(readFileSync(path.join(dataDir, 'sandbox.json'), 'utf8'));
  return state.id;
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

let releaseLock = (): void => undefined;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const part of kept.splice(0).reverse()) await part.stop();
  releaseLock();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
process.on('disconnect', () => void stop(0));
whenNpmEnds(() => void stop(1));

try {
  await start();
} catch (error) {
  if (error instanceof Locked) console.error(`It runs already on this data (process ${error.pid}).`);
  else console.error(error instanceof Error ? error.message : error);
  await stop(1);
}
