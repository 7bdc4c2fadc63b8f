import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Inngest, type InngestFunction } from 'inngest';
import { serve } from 'inngest/node';
import { freePort } from '@/sandbox/ports';
import type { RunRow } from '../pages';
import { startInngest } from '../start';

/** Addresses of one rehearsal: an app with functions, an executor, a clock. */
export type Stage = {
  readonly client: Inngest;
  readonly executorUrl: string;
  readonly appUrl: string;
  readonly options: { port: number; databaseUrl: string; appUrl: string; clockFile: string };
  readonly moveClock: (ms: number) => void;
};

export async function setStage(): Promise<Stage> {
  const [port, appPort] = [await freePort(), await freePort()];
  const clockFile = path.join(mkdtempSync(path.join(tmpdir(), 'voila-inngest-')), 'clock');
  const executorUrl = `http://127.0.0.1:${port}`;
  const appUrl = `http://127.0.0.1:${appPort}`;
  return {
    client: new Inngest({ id: 'rehearsal', isDev: true, baseUrl: executorUrl, logger: quiet }),
    executorUrl,
    appUrl,
    options: { port, databaseUrl: process.env.DATABASE_URL ?? '', appUrl, clockFile },
    moveClock: (ms) => writeFileSync(clockFile, String(ms)),
  };
}

const silent = (): undefined => undefined;
const quiet = { info: silent, warn: silent, error: silent, debug: silent };

/** Serves the functions with the SDK, as the product does. */
export async function startApp(
  stage: Stage,
  functions: readonly InngestFunction.Any[],
): Promise<{ stop: () => Promise<void> }> {
  const server: Server = createServer(
    serve({ client: stage.client, functions: [...functions], servePath: '/api/inngest' }),
  );
  server.listen(Number(new URL(stage.appUrl).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Serves the functions and starts an executor here; ready once the function `plain`, which must be among them, has run.
 * Answers how to end both.
 */
export async function rehearse(
  stage: Stage,
  functions: readonly InngestFunction.Any[],
): Promise<() => Promise<void>> {
  const app = await startApp(stage, functions);
  const executor = await startInngest(stage.options);
  await until(async () => {
    await stage.client.send({ name: 'plain', data: { warm: true } });
    return (await runsOf(stage, { function: 'plain', status: 'completed' })).length > 0;
  });
  return async () => {
    await executor.stop();
    await app.stop();
  };
}

/** Where functions write down what they did, for the test to read. */
export function notebook() {
  const seen: Record<string, unknown[]> = {};
  return {
    seen,
    note(key: string, value: unknown = true): void {
      seen[key] = [...(seen[key] ?? []), value];
    },
    count: (key: string): number => seen[key]?.length ?? 0,
  };
}

/** An executor in a process of its own, to be killed without warning. */
export async function spawnExecutor(stage: Stage): Promise<ChildProcess> {
  const start = new URL('../start.ts', import.meta.url).href;
  const script = `import(${JSON.stringify(start)}).then((m) => m.startInngest(${JSON.stringify(stage.options)}))`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: 'ignore' });
  await until(() => fetch(`${stage.executorUrl}/dev`).then((response) => response.ok));
  return child;
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Waits until the check gives something truthy and returns that. A check that throws is asked again. */
export async function until<T>(check: () => T | Promise<T>, timeoutMs = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await Promise.resolve()
      .then(check)
      .catch(() => undefined);
    if (value) return value;
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function runsOf(stage: Stage, query: Record<string, string>): Promise<RunRow[]> {
  const response = await fetch(`${stage.executorUrl}/runs?${new URLSearchParams(query)}`);
  const { data } = (await response.json()) as { data: RunRow[] };
  return data;
}

/** The only run of that function, once it has that status. */
export function runThat(
  stage: Stage,
  functionId: string,
  status: string,
  timeoutMs?: number,
): Promise<RunRow> {
  return until(async () => (await runsOf(stage, { function: functionId, status }))[0], timeoutMs);
}
