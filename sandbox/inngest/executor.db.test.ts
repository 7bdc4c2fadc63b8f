import { type InngestFunction, NonRetriableError, RetryAfterError } from 'inngest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startInngest } from './start';
import { runsOf, runThat, type Stage, setStage, startApp, until } from './testing/rehearsal';

let stage: Stage;
const stops: (() => Promise<void>)[] = [];
const seen: Record<string, unknown[]> = {};
const note = (key: string, value: unknown = true): void => {
  seen[key] = [...(seen[key] ?? []), value];
};
const count = (key: string): number => seen[key]?.length ?? 0;
let running = 0;

beforeAll(async () => {
  stage = await setStage();
  const { client } = stage;
  const functions: InngestFunction.Any[] = [
    client.createFunction({ id: 'plain', triggers: [{ event: 'plain' }] }, ({ event }) => ({
      got: event.data,
    })),
    client.createFunction({ id: 'steps', triggers: [{ event: 'steps' }] }, async ({ step }) => {
      const a = await step.run('a', () => note('steps.a') ?? 1);
      const b = await step.run('b', () => note('steps.b') ?? a + 1);
      note('steps.body');
      return { a, b };
    }),
    client.createFunction({ id: 'parallel', triggers: [{ event: 'parallel' }] }, async ({ step }) => {
      const parts = await Promise.all(
        ['x', 'y', 'z'].map((name) => step.run(name, () => note(`parallel.${name}`) ?? name)),
      );
      return step.run('join', () => parts.join(''));
    }),
    client.createFunction(
      { id: 'flaky', retries: 2, triggers: [{ event: 'flaky' }] },
      async ({ step, attempt }) => {
        await step.run('before', () => note('flaky.before'));
        return step.run('sometimes', () => {
          note('flaky.tries', attempt);
          if (count('flaky.tries') < 3) throw new Error('not yet');
          return 'at last';
        });
      },
    ),
    client.createFunction(
      {
        id: 'doomed',
        retries: 1,
        triggers: [{ event: 'doomed' }],
        onFailure: ({ error, event }: { error: Error; event: { data: { event: { data: unknown } } } }) =>
          note('doomed.failure', [error.message, event.data.event.data]),
      },
      () => {
        note('doomed.tries');
        throw new Error('no way');
      },
    ),
    client.createFunction({ id: 'final', triggers: [{ event: 'final' }] }, () => {
      note('final.tries');
      throw new NonRetriableError('never again');
    }),
    client.createFunction({ id: 'caught', retries: 0, triggers: [{ event: 'caught' }] }, async ({ step }) => {
      try {
        await step.run('breaks', () => {
          throw new Error('broken');
        });
      } catch (error) {
        return step.run('repair', () => `repaired: ${(error as Error).message}`);
      }
    }),
    client.createFunction({ id: 'later', triggers: [{ event: 'later' }] }, () => {
      note('later.tries');
      if (count('later.tries') < 2) throw new RetryAfterError('come back in an hour', '1h');
      return 'back';
    }),
    client.createFunction({ id: 'waits', triggers: [{ event: 'waits' }] }, async ({ step }) => {
      const answer = await step.waitForEvent('answer', {
        event: 'answer',
        timeout: '1h',
        match: 'data.order',
      });
      return answer?.data ?? 'nobody came';
    }),
    client.createFunction({ id: 'double', triggers: [{ event: 'double' }] }, ({ event }) => event.data.n * 2),
    client.createFunction({ id: 'fails-inside', retries: 0, triggers: [{ event: 'fails-inside' }] }, () => {
      throw new Error('inner trouble');
    }),
    client.createFunction({ id: 'sends', triggers: [{ event: 'sends' }] }, async ({ step }) => {
      await step.sendEvent('tell', [{ name: 'plain', data: { from: 'sends' } }]);
      return 'sent';
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
  const double = functions[9];
  const failing = functions[10];
  if (!double || !failing) throw new Error('The functions to invoke moved');
  functions.push(
    client.createFunction({ id: 'invokes', triggers: [{ event: 'invokes' }] }, async ({ step }) => {
      const six = await step.invoke('double-it', { function: double, data: { n: 3 } });
      const trouble = await step
        .invoke('fail-it', { function: failing, data: {} })
        .catch((e: Error) => e.message);
      return { six, trouble };
    }),
  );
  const app = await startApp(stage, functions);
  const executor = await startInngest(stage.options);
  stops.push(executor.stop, app.stop);
  await until(async () => {
    await stage.client.send({ name: 'plain', data: { warm: true } });
    return (await runsOf(stage, { function: 'plain', status: 'completed' })).length > 0;
  });
});
afterAll(async () => {
  for (const stop of stops) await stop();
});

const send = (name: string, data: Record<string, unknown> = {}, id?: string): Promise<unknown> =>
  stage.client.send({ name, data, ...(id ? { id } : {}) });

it('gives the function its event and keeps what it returns', async () => {
  await send('plain', { hello: 'world' });
  const run = await until(async () =>
    (await runsOf(stage, { function: 'plain' })).find((r) => JSON.stringify(r.output)?.includes('world')),
  );
  expect(run).toMatchObject({ status: 'completed', output: { got: { hello: 'world' } }, attempts: 1 });
});

it('runs each step once and the function after them', async () => {
  await send('steps');
  expect((await runThat(stage, 'steps', 'completed')).output).toEqual({ a: 1, b: 2 });
  expect([count('steps.a'), count('steps.b'), count('steps.body')]).toEqual([1, 1, 1]);
});

it('runs parallel steps once each', async () => {
  await send('parallel');
  expect((await runThat(stage, 'parallel', 'completed')).output).toBe('xyz');
  expect([count('parallel.x'), count('parallel.y'), count('parallel.z')]).toEqual([1, 1, 1]);
});

it('retries a step that fails, not the ones before it', async () => {
  await send('flaky');
  expect((await runThat(stage, 'flaky', 'completed')).output).toBe('at last');
  expect(seen['flaky.tries']).toEqual([0, 1, 2]);
  expect(count('flaky.before')).toBe(1);
});

it('tells onFailure when the retries are used up', async () => {
  await send('doomed', { order: 'o-9' });
  const run = await runThat(stage, 'doomed', 'failed');
  expect(run.error).toMatchObject({ message: 'no way' });
  await until(() => count('doomed.failure') > 0);
  expect(count('doomed.tries')).toBe(2);
  expect(seen['doomed.failure']).toEqual([['no way', { order: 'o-9' }]]);
});

it('does not retry what must not be retried', async () => {
  await send('final');
  await runThat(stage, 'final', 'failed');
  expect(count('final.tries')).toBe(1);
});

it('gives a step error to the function, which may catch it', async () => {
  await send('caught');
  expect((await runThat(stage, 'caught', 'completed')).output).toBe('repaired: broken');
});

it('waits for the matching event only', async () => {
  await send('waits', { order: 'w-1' });
  await until(async () => (await runThat(stage, 'waits', 'running')).steps.length === 1);
  await send('answer', { order: 'other' });
  await send('answer', { order: 'w-1', text: 'yes' });
  expect((await runThat(stage, 'waits', 'completed')).output).toEqual({ order: 'w-1', text: 'yes' });
});

it('invokes another function and hears how it ended', async () => {
  await send('invokes');
  const run = await runThat(stage, 'invokes', 'completed');
  expect(run.output).toEqual({ six: 6, trouble: 'inner trouble' });
});

it('sends events from a step', async () => {
  await send('sends');
  await runThat(stage, 'sends', 'completed');
  await until(async () =>
    (await runsOf(stage, { function: 'plain', status: 'completed' })).some((run) =>
      JSON.stringify(run.output).includes('sends'),
    ),
  );
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

it('comes back when a function says when, by the sandbox clock', async () => {
  await send('later');
  await until(() => count('later.tries') === 1);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(count('later.tries')).toBe(1);
  stage.moveClock(3_700_000);
  expect((await runThat(stage, 'later', 'completed')).output).toBe('back');
  stage.moveClock(0);
});

it('retries a failed run by hand from where it failed', async () => {
  const [failed] = await runsOf(stage, { function: 'final', status: 'failed' });
  const response = await fetch(`${stage.executorUrl}/runs/${failed?.id}/retry`, { method: 'POST' });
  expect(response.status).toBe(200);
  await until(() => count('final.tries') === 2);
  await runThat(stage, 'final', 'failed');
  const again = await fetch(`${stage.executorUrl}/runs/00000000-0000-0000-0000-000000000000/retry`, {
    method: 'POST',
  });
  expect(again.status).toBe(409);
});

it('shows its runs as a page', async () => {
  const html = await (await fetch(stage.executorUrl)).text();
  expect(html).toContain('rehearsal-steps');
  expect(html).toContain('never again');
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
