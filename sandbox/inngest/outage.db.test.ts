import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../ports';
import { type RunningPostgres, startPostgres } from '../postgres';
import type { Service } from '../service';
import { startInngest } from './start';
import { runThat, type Stage, setStage, startApp, until } from './testing/rehearsal';

/** A server of its own: this one is taken away while jobs run. */
const dataDir = mkdtempSync(path.join(tmpdir(), 'voila-outage-'));
let port: number;
let server: RunningPostgres;
let stage: Stage;
let executor: Service;
let app: { stop: () => Promise<void> };
const done: string[] = [];
let holding = true;

beforeAll(async () => {
  port = await freePort();
  server = await startPostgres({ dataDir, port });
  await server.createDatabase('jobs');
  stage = await setStage();
  app = await startApp(stage, [
    stage.client.createFunction({ id: 'work', triggers: [{ event: 'work' }] }, async ({ step }) => {
      await step.run('first', async () => {
        done.push('first');
        while (holding) await new Promise((resolve) => setTimeout(resolve, 50));
      });
      return step.run('second', () => done.push('second'));
    }),
  ]);
  executor = await startInngest({ ...stage.options, databaseUrl: server.url('jobs') });
  await until(async () => (await fetch(`${stage.appUrl}/api/inngest`, { method: 'PUT' })).ok);
});
afterAll(async () => {
  await executor.stop();
  await app.stop();
  await server.stop();
});

it('keeps the result of a step while the database is away, and goes on when it is back', async () => {
  await stage.client.send({ name: 'work', data: {} });
  await until(() => done.includes('first'));
  await server.stop();
  holding = false;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  server = await startPostgres({ dataDir, port });
  await runThat(stage, 'work', 'completed', 15_000);
  expect(done).toEqual(['first', 'second']);
});
