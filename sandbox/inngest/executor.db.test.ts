import { type Inngest, type InngestFunction, NonRetriableError, RetryAfterError } from 'inngest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notebook, rehearse, runsOf, runThat, type Stage, setStage, until } from './testing/rehearsal';

/** What a run does with its steps: once each, again where they fail, and how it ends. */
let stage: Stage;
let stop = async (): Promise<void> => undefined;
const { note, count, seen } = notebook();

function functionsOf(client: Inngest): InngestFunction.Any[] {
  const double = client.createFunction(
    { id: 'double', triggers: [{ event: 'double' }] },
    ({ event }) => event.data.n * 2,
  );
  const failing = client.createFunction(
    { id: 'fails-inside', retries: 0, triggers: [{ event: 'fails-inside' }] },
    () => {
      throw new Error('inner trouble');
    },
  );
  return [
    double,
    failing,
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
    client.createFunction({ id: 'sends', triggers: [{ event: 'sends' }] }, async ({ step }) => {
      await step.sendEvent('tell', [{ name: 'plain', data: { from: 'sends' } }]);
      return 'sent';
    }),
    client.createFunction({ id: 'invokes', triggers: [{ event: 'invokes' }] }, async ({ step }) => {
      const six = await step.invoke('double-it', { function: double, data: { n: 3 } });
      const trouble = await step
        .invoke('fail-it', { function: failing, data: {} })
        .catch((e: Error) => e.message);
      return { six, trouble };
    }),
  ];
}

beforeAll(async () => {
  stage = await setStage();
  stop = await rehearse(stage, functionsOf(stage.client));
});
afterAll(() => stop());

const send = (name: string, data: Record<string, unknown> = {}): Promise<unknown> =>
  stage.client.send({ name, data });

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
