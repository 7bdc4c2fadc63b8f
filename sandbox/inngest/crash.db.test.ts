import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  kill,
  runsOf,
  runThat,
  type Stage,
  setStage,
  spawnExecutor,
  startApp,
  until,
} from './testing/rehearsal';

/** How long a killed part may hold its work up, in milliseconds. */
const PATIENCE = 15_000;
let stage: Stage;
let executor: ChildProcess;
let app: { stop: () => Promise<void> };
let done: string[] = [];
let hanging = false;

const functions = () => [
  stage.client.createFunction({ id: 'long', triggers: [{ event: 'long' }] }, async ({ step }) => {
    await step.run('first', () => done.push('first'));
    await step.run('second', async () => {
      done.push('second begins');
      while (hanging) await new Promise((resolve) => setTimeout(resolve, 50));
      done.push('second ends');
    });
    await step.sleep('rest', '1h');
    return step.run('third', () => done.push('third') && 'through');
  }),
];

beforeEach(async () => {
  stage = await setStage();
  done = [];
  hanging = false;
  app = await startApp(stage, functions());
  executor = await spawnExecutor(stage);
  await until(async () => {
    const response = await fetch(`${stage.appUrl}/api/inngest`, { method: 'PUT' });
    return response.ok;
  });
});
afterEach(async () => {
  await kill(executor);
  await app.stop();
});

it('resumes after the executor was killed in the middle of a step, and runs no finished step again', async () => {
  hanging = true;
  await stage.client.send({ name: 'long', data: { n: 1 } });
  await until(() => done.includes('second begins'));
  await kill(executor);
  hanging = false;
  executor = await spawnExecutor(stage);
  await until(async () => (await newest()).steps.some((step) => step.name === 'rest'), PATIENCE);
  expect(done.filter((entry) => entry === 'first')).toHaveLength(1);

  await kill(executor);
  stage.moveClock(3_700_000);
  executor = await spawnExecutor(stage);
  expect((await runThat(stage, 'long', 'completed', PATIENCE)).output).toBe('through');
  expect(done.filter((entry) => entry === 'first' || entry === 'third')).toEqual(['first', 'third']);
});

it('resumes when the app dies in the middle of a step and comes back', async () => {
  hanging = true;
  await stage.client.send({ name: 'long', data: { n: 2 } });
  await until(() => done.includes('second begins'));
  await app.stop();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  hanging = false;
  app = await startApp(stage, functions());
  await until(async () => (await newest()).steps.some((step) => step.name === 'rest'), PATIENCE);
  expect(done.filter((entry) => entry === 'first')).toHaveLength(1);
});

it('an app that is away costs no attempt: what was sent meanwhile runs when it is back', async () => {
  await app.stop();
  await stage.client.send({ name: 'long', data: { n: 3 } });
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  expect(await newest()).toMatchObject({ status: 'running', attempts: 1 });
  app = await startApp(stage, functions());
  await until(async () => (await newest()).steps.some((step) => step.name === 'rest'), PATIENCE);
  expect(done).toEqual(['first', 'second begins', 'second ends']);
});

async function newest() {
  const [run] = await runsOf(stage, { function: 'long' });
  if (!run) throw new Error('No run yet');
  return run;
}
