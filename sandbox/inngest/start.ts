import { sandboxNow } from '../clock';
import { type Exchange, listen, redirect, sendHtml, sendJson } from '../http-server';
import type { Service } from '../service';
import { startClock } from './clock-loop';
import { parseEvents, takeEvents } from './events';
import { parseRegistration, saveFunctions } from './functions';
import { listRuns, parseFilter, retryRun, runsPage } from './pages';
import { startRunner } from './runner';
import { keepInSync } from './sync';
import { type Database, openTables, transact } from './tables';

export type InngestOptions = {
  readonly port: number;
  readonly databaseUrl: string;
  /** Origin of the app that serves functions at `/api/inngest`. */
  readonly appUrl: string;
  readonly clockFile: string;
};

/**
 * Starts an executor that speaks the Inngest SDK's protocol. `INNGEST_DEV=<url>` points an SDK at it. All state
 * is in the schema `sandbox_inngest` of the database; killed and started again, it goes on where it was.
 */
export async function startInngest(options: InngestOptions): Promise<Service> {
  const sql = await openTables(options.databaseUrl);
  const now = (): number => sandboxNow(options.clockFile);
  const sync = { hurry: (): void => undefined };
  const runner = startRunner({ sql, appUrl: options.appUrl, now, onUnreachable: () => sync.hurry() });
  const clock = startClock(sql, now, runner.wake);
  const server = await listen(options.port, (exchange) => route(exchange, { sql, now, wake: runner.wake }));
  const keeper = keepInSync(options.appUrl);
  sync.hurry = keeper.hurry;
  return {
    url: server.url,
    stop: async () => {
      await Promise.all([keeper.stop(), clock.stop(), server.close(), runner.stop()]);
      await sql.end({ timeout: 2 });
    },
  };
}

type Executor = { readonly sql: Database; readonly now: () => number; readonly wake: () => void };

async function route(exchange: Exchange, executor: Executor): Promise<void> {
  const { method, url, response } = exchange;
  const path = url.pathname;
  const retry = /^\/runs\/([0-9a-f-]{36})\/retry$/.exec(path)?.[1];
  if (method === 'POST' && path.startsWith('/e/')) return receiveEvents(exchange, executor);
  if (method === 'POST' && path === '/fn/register') return register(exchange, executor);
  if (method === 'POST' && retry) return retryOne(exchange, executor, retry);
  if (method === 'GET' && path === '/runs') {
    return sendJson(response, 200, { data: await listRuns(executor.sql, parseFilter(url.searchParams)) });
  }
  if (method === 'GET' && path === '/') {
    return sendHtml(response, 200, runsPage(await listRuns(executor.sql, parseFilter(url.searchParams))));
  }
  if (method === 'GET' && path === '/dev') return sendJson(response, 200, {});
  sendJson(response, 404, { error: `Nothing at ${method} ${path}` });
}

/** Answers 200 once the events and all they cause are stored. */
async function receiveEvents(exchange: Exchange, { sql, now, wake }: Executor): Promise<void> {
  const seed = exchange.headers['x-inngest-event-id-seed'];
  let events: ReturnType<typeof parseEvents>;
  try {
    events = parseEvents(exchange.body, typeof seed === 'string' ? seed : undefined, now());
  } catch (error) {
    return sendJson(exchange.response, 400, { ids: [], status: 400, error: messageOf(error) });
  }
  await transact(sql, (tx) => takeEvents(tx, events, now()));
  wake();
  sendJson(exchange.response, 200, { ids: events.map((event) => event.id), status: 200 });
}

async function register(exchange: Exchange, { sql, now }: Executor): Promise<void> {
  let app: ReturnType<typeof parseRegistration>;
  try {
    app = parseRegistration(exchange.body);
  } catch (error) {
    return sendJson(exchange.response, 400, { error: messageOf(error) });
  }
  await transact(sql, (tx) => saveFunctions(tx, app, now()));
  sendJson(exchange.response, 200, { ok: true, modified: true });
}

async function retryOne(exchange: Exchange, { sql, wake }: Executor, id: string): Promise<void> {
  const retried = await retryRun(sql, id);
  wake();
  if (exchange.headers.accept?.includes('text/html')) return redirect(exchange.response, '/');
  if (retried) return sendJson(exchange.response, 200, { id, status: 'running' });
  sendJson(exchange.response, 409, { error: 'Only a run that failed or was cancelled can be retried' });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
