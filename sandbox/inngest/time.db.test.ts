import { afterAll, beforeAll, expect, it } from 'vitest';
import { startInngest } from './start';
import { type Database, openTables } from './tables';
import { runsOf, runThat, type Stage, setStage, startApp, until } from './testing/rehearsal';

const HOUR = 3_600_000;
let stage: Stage;
let sql: Database;
const stops: (() => Promise<void>)[] = [];

let app: { stop: () => Promise<void> };
const functions = () => {
  const { client } = stage;
  return [
    client.createFunction({ id: 'naps', triggers: [{ event: 'naps' }] }, async ({ step }) => {
      await step.sleep('nap', '2h');
      return 'awake';
    }),
    client.createFunction({ id: 'until', triggers: [{ event: 'until' }] }, async ({ step, event }) => {
      await step.sleepUntil('departure', new Date(event.data.at));
      return 'sailed';
    }),
    client.createFunction({ id: 'alone', triggers: [{ event: 'alone' }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', { event: 'never', timeout: '3h' });
      return answer === null ? 'nobody came' : 'somebody came';
    }),
    client.createFunction(
      { id: 'calm', triggers: [{ event: 'calm' }], debounce: { period: '10m', key: 'event.data.key' } },
      ({ event }) => event.data.n,
    ),
    client.createFunction({ id: 'hourly', triggers: [{ cron: '0 * * * *' }] }, () => 'tick'),
  ];
};

beforeAll(async () => {
  stage = await setStage();
  app = await startApp(stage, functions());
  const executor = await startInngest(stage.options);
  sql = await openTables(stage.options.databaseUrl);
  stops.push(
    executor.stop,
    () => app.stop(),
    () => sql.end(),
  );
  await until(async () => {
    await stage.client.send({ name: 'naps', data: {} });
    return (await runsOf(stage, { function: 'naps' })).length > 0;
  });
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

it('wakes sleepers within a second of the clock being moved past their time, not before', async () => {
  await until(async () => (await runThat(stage, 'naps', 'running')).steps.length === 1);
  stage.moveClock(HOUR);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(await runsOf(stage, { function: 'naps', status: 'completed' })).toEqual([]);
  stage.moveClock(2 * HOUR + 10_000);
  expect((await runThat(stage, 'naps', 'completed', 1_000)).output).toBe('awake');
  stage.moveClock(0);
});

it('sleeps until a date', async () => {
  await stage.client.send({ name: 'until', data: { at: new Date(Date.now() + HOUR).toISOString() } });
  await until(async () => (await runThat(stage, 'until', 'running')).steps.length === 1);
  stage.moveClock(HOUR + 1_000);
  expect((await runThat(stage, 'until', 'completed', 2_000)).output).toBe('sailed');
  stage.moveClock(0);
});

it('stops waiting for an event when its time is over', async () => {
  await stage.client.send({ name: 'alone', data: {} });
  await until(async () => (await runThat(stage, 'alone', 'running')).steps.length === 1);
  stage.moveClock(3 * HOUR + 10_000);
  expect((await runThat(stage, 'alone', 'completed', 2_000)).output).toBe('nobody came');
  stage.moveClock(0);
});

it('runs a debounced function once per key, with the last event', async () => {
  for (const n of [1, 2, 3]) await stage.client.send({ name: 'calm', data: { key: 'a', n } });
  await stage.client.send({ name: 'calm', data: { key: 'b', n: 9 } });
  stage.moveClock(11 * 60_000);
  const runs = await until(async () => {
    const found = await runsOf(stage, { function: 'calm', status: 'completed' });
    return found.length >= 2 ? found : undefined;
  });
  expect(runs.map((run) => run.output).sort()).toEqual([3, 9]);
  stage.moveClock(0);
});

it('catches one run of a cron up, however far the clock was moved, and follows it back', async () => {
  const before = (await runsOf(stage, { function: 'hourly' })).length;
  stage.moveClock(24 * 30 * HOUR);
  await until(async () => (await runsOf(stage, { function: 'hourly' })).length === before + 1);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await runsOf(stage, { function: 'hourly' })).toHaveLength(before + 1);
  stage.moveClock(0);
  await new Promise((resolve) => setTimeout(resolve, 600));
  stage.moveClock(HOUR);
  await until(async () => (await runsOf(stage, { function: 'hourly' })).length === before + 2);
});

it('does not pile the runs of a cron up while the app is away', async () => {
  const all = () => runsOf(stage, { function: 'hourly' });
  // One that has not begun when the app goes would do for those that come.
  await until(async () => (await all()).every((run) => run.status === 'completed'));
  await app.stop();
  const before = (await all()).length;
  stage.moveClock(3 * HOUR);
  await until(async () => (await all()).length === before + 1);
  // Its first call has found nobody.
  await until(async () => (await sql`select 1 from jobs where unanswered`).length > 0);
  for (const hours of [5, 7]) {
    stage.moveClock(hours * HOUR);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  expect(await all()).toHaveLength(before + 1);
  app = await startApp(stage, functions());
  await until(
    async () => (await runsOf(stage, { function: 'hourly', status: 'completed' })).length === before + 1,
  );
  stage.moveClock(0);
});
