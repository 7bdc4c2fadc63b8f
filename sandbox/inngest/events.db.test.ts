import type { Inngest, InngestFunction } from 'inngest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notebook, rehearse, runsOf, runThat, type Stage, setStage, until } from './testing/rehearsal';

/** What an event does: which runs it starts, goes on with, holds back or ends, and what is refused at the door. */
let stage: Stage;
let stop = async (): Promise<void> => undefined;
const { note, count, seen } = notebook();
let running = 0;

function functionsOf(client: Inngest): InngestFunction.Any[] {
  return [
    client.createFunction({ id: 'plain', triggers: [{ event: 'plain' }] }, ({ event }) => ({
      got: event.data,
    })),
    client.createFunction({ id: 'double', triggers: [{ event: 'double' }] }, ({ event }) => event.data.n * 2),
    client.createFunction({ id: 'waits', triggers: [{ event: 'waits' }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', {
        event: 'answer',
        timeout: '1h',
        match: 'data.order',
      });
      return answer?.data ?? 'nobody came';
    }),
    client.createFunction(
      {
        id: 'cancellable',
        triggers: [{ event: 'cancellable' }],
        cancelOn: [{ event: 'stop', match: 'data.order' }],
      },
      async ({ step }) => {
        await step.sleep('long', '1h');
        note('cancellable.woke');
      },
    ),
    client.createFunction(
      { id: 'narrow', triggers: [{ event: 'narrow' }], concurrency: { limit: 1, key: 'event.data.lane' } },
      async ({ event }) => {
        running += 1;
        note(`narrow.${event.data.lane}`, running);
        await new Promise((resolve) => setTimeout(resolve, 200));
        running -= 1;
      },
    ),
    client.createFunction(
      { id: 'once', triggers: [{ event: 'once' }], idempotency: 'event.data.order' },
      () => note('once'),
    ),
    client.createFunction(
      { id: 'choosy', triggers: [{ event: 'choosy', if: "event.data.kind == 'good'" }] },
      ({ event }) => event.data.kind,
    ),
  ];
}

beforeAll(async () => {
  stage = await setStage();
  stop = await rehearse(stage, functionsOf(stage.client));
});
afterAll(() => stop());

const send = (name: string, data: Record<string, unknown> = {}, id?: string): Promise<unknown> =>
  stage.client.send({ name, data, ...(id ? { id } : {}) });

it('waits for the matching event only', async () => {
  await send('waits', { order: 'w-1' });
  await until(async () => (await runThat(stage, 'waits', 'running')).steps.length === 1);
  await send('answer', { order: 'other' });
  await send('answer', { order: 'w-1', text: 'yes' });
  expect((await runThat(stage, 'waits', 'completed')).output).toEqual({ order: 'w-1', text: 'yes' });
});

it('cancels the run that the event names, and only that one', async () => {
  await send('cancellable', { order: 'c-1' });
  await send('cancellable', { order: 'c-2' });
  await until(async () =>
    (await runsOf(stage, { function: 'cancellable', status: 'running' })).every(
      (run) => run.steps.length === 1,
    ),
  );
  await send('stop', { order: 'c-1' });
  const cancelled = await runThat(stage, 'cancellable', 'cancelled');
  expect(cancelled.event.data).toEqual({ order: 'c-1' });
  expect(await runsOf(stage, { function: 'cancellable', status: 'running' })).toHaveLength(1);
});

it('never runs more at once than the concurrency of a key allows', async () => {
  await stage.client.send(Array.from({ length: 4 }, () => ({ name: 'narrow', data: { lane: 'left' } })));
  await until(async () => (await runsOf(stage, { function: 'narrow', status: 'completed' })).length === 4);
  expect(seen['narrow.left']).toEqual([1, 1, 1, 1]);
});

it('takes the same event id once', async () => {
  await send('plain', { copy: 1 }, 'same-id');
  await send('plain', { copy: 2 }, 'same-id');
  await send('plain', { copy: 3 }, 'other-id');
  const runs = await until(async () => {
    const found = (await runsOf(stage, { function: 'plain' })).filter((run) => run.event.id.endsWith('-id'));
    return found.some((run) => run.event.id === 'other-id') ? found : undefined;
  });
  expect(runs.map((run) => run.event.id).sort()).toEqual(['other-id', 'same-id']);
});

it('runs a function once per idempotency key', async () => {
  await send('once', { order: 'i-1' });
  await send('once', { order: 'i-1' });
  await send('once', { order: 'i-2' });
  await until(async () => (await runsOf(stage, { function: 'once', status: 'completed' })).length === 2);
  expect(count('once')).toBe(2);
});

it('starts a function only where its condition holds', async () => {
  await send('choosy', { kind: 'bad' });
  await send('choosy', { kind: 'good' });
  await runThat(stage, 'choosy', 'completed');
  expect(await runsOf(stage, { function: 'choosy' })).toHaveLength(1);
});

it('refuses functions that need what it does not have', async () => {
  const url = `${stage.appUrl}/api/inngest`;
  const steps = { step: { runtime: { url: `${url}?fnId=x&stepId=step` } } };
  const fn = { id: 'x', triggers: [{ event: 'x' }], steps, throttle: { limit: 1, period: '1s' } };
  const response = await fetch(`${stage.executorUrl}/fn/register`, {
    method: 'POST',
    body: JSON.stringify({ appName: 'other', url, functions: [fn] }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: 'x: the sandbox does not have "throttle"' });
});

it('answers nonsense with 400, not with an event', async () => {
  const response = await fetch(`${stage.executorUrl}/e/key`, { method: 'POST', body: '{"data":{}}' });
  expect(response.status).toBe(400);
});

it('calls the app where it is, whatever scheme and host the SDK guessed', async () => {
  const runtime = { url: 'https://guessed.invalid/api/inngest?fnId=rehearsal-double&stepId=step' };
  const fn = { id: 'guessed-double', triggers: [{ event: 'double' }], steps: { step: { runtime } } };
  await fetch(`${stage.executorUrl}/fn/register`, {
    method: 'POST',
    body: JSON.stringify({ appName: 'guessed', url: runtime.url, functions: [fn] }),
  });
  await send('double', { n: 21 });
  expect((await runThat(stage, 'guessed-double', 'completed')).output).toBe(42);
});
