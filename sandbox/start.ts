import path from 'node:path';
import { CATALOG } from './catalog';
import type { Surroundings } from './catalog-entry';
import { type Listed, startDashboard } from './dashboard';
import { Locked, takeLock } from './lock';
import { SELLERS } from './operators/companies';
import { line } from './report';
import { openState } from './state';

export interface SandboxOptions {
  /** Where everything is kept. */
  readonly dataDir: string;
  /** Port of the dashboard when it is free. */
  readonly sandboxPort?: number;
  /** Public address of the site: where webhooks and jobs call. */
  readonly appUrl: string;
  /** Settings the caller has already; a service that one of them replaces is not started. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  /** Gets a line as each part comes up, ends or returns. */
  readonly report?: (line: string) => void;
}

export interface Sandbox {
  /** Settings for the product, to be added to the caller's own. */
  readonly env: Readonly<Record<string, string>>;
  readonly services: readonly Listed[];
  /** Address of the dashboard. */
  readonly url: string;
  stop(): Promise<void>;
}

/** How long a predecessor on the same directory may take to end. */
const PATIENCE_MS = 15_000;

/**
 * Starts every service that the caller's settings do not replace. Ports and keys are those of the last run on
 * this directory. Throws `Locked` when another sandbox runs on it; on any failure stops what it had started.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const dataDir = path.resolve(options.dataDir);
  const settings = options.settings ?? {};
  const report = options.report ?? (() => undefined);
  const unlock = await takeLock(path.join(dataDir, 'sandbox.lock'), PATIENCE_MS);
  const state = openState(dataDir);
  const env: Record<string, string> = {};
  const listed: Listed[] = [];
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end().catch((error: unknown) => report(String(error)));
    unlock();
  };

  try {
    const clockFile = settings.CLOCK_FILE || path.join(dataDir, 'clock');
    Object.assign(env, ownKeys(state, settings), { CLOCK_FILE: clockFile });
    for (const entry of CATALOG) {
      if (entry.replacedBy.some((name) => settings[name])) {
        report(line(entry.name, `by your own settings (${entry.replacedBy.join(', ')})`));
        continue;
      }
      const all = { ...settings, ...env };
      const around: Surroundings = { dataDir, appUrl: options.appUrl, clockFile, state, env: all, report };
      const started = await entry.start(around);
      if (!started) {
        report(line(entry.name, 'stays away: it has no plan of its season'));
        continue;
      }
      stops.push(started.stop);
      Object.assign(env, started.env);
      listed.push({
        name: entry.name,
        about: entry.about,
        url: started.url,
        ...(started.page && { page: started.page }),
      });
      report(line(entry.name, started.note ? `${started.url} (${started.note})` : started.url));
    }
    // An empty list of the caller's own means that none is to be followed.
    if (settings.FOLLOWED_OPERATORS === undefined)
      env.FOLLOWED_OPERATORS = SELLERS.filter((name) => listed.some((each) => each.name === name)).join(',');
    const port = await state.port('dashboard', options.sandboxPort);
    const services = () => listed;
    const dashboard = await startDashboard({ port, appUrl: options.appUrl, clockFile, services });
    stops.push(dashboard.stop);
    report(line('sandbox', dashboard.url));
    return { env, services: listed, url: dashboard.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Keys of the product itself, where the caller brings none. */
function ownKeys(
  { secrets, id }: ReturnType<typeof openState>,
  settings: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  return {
    ...(!settings.SEALING_KEYS && { SEALING_KEYS: `${id}:${secrets.sealingKey}` }),
    ...(!settings.TICKET_SIGNING_KEY && { TICKET_SIGNING_KEY: secrets.ticketSigningKey }),
  };
}

/**
 * `npm run sandbox`: the services alone; prints the settings that lead to them. Started by another program with
 * a channel, it sends the settings there instead, and ends when the channel closes.
 */
async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const sandbox = await startSandbox({
    dataDir: process.env.VOILA_DATA ?? '.data',
    sandboxPort: Number(process.env.SANDBOX_PORT ?? port + 2),
    appUrl: process.env.APP_URL ?? `http://localhost:${port}`,
    settings: process.env,
    report: (text) => console.log(text),
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void sandbox.stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.send) {
    process.on('disconnect', stop);
    if (!process.connected) return stop();
    process.send({ env: sandbox.env, url: sandbox.url });
  } else {
    for (const [name, value] of Object.entries(sandbox.env)) console.log(`${name}=${value}`);
  }
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    const text =
      error instanceof Locked ? `another sandbox runs on this directory (${error.message})` : error;
    console.error(text);
    process.exit(1);
  });
}
