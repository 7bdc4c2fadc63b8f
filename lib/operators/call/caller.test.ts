import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answered, type OperatorAnswer, problem } from '../answer';
import { type CallerOptions, callerFor, type Repeat } from './caller';
import { newCallMetrics } from './metrics';

const down = problem({ kind: 'unavailable', why: 'status 503', effect: 'unknown' });
const incredible = problem({ kind: 'wrong-answer', why: 'sums', effect: 'unknown' });
const soldOut = problem({ kind: 'sold-out' });
const never = () => new Promise<never>(() => undefined);

/** An operator that says what it is told to, in order, and the last thing for ever. */
function operator(...answers: (OperatorAnswer<string> | (() => Promise<OperatorAnswer<string>>))[]) {
  return vi.fn(async () => {
    const next = answers.length > 1 ? answers.shift() : answers[0];
    return typeof next === 'function' ? next() : (next ?? down);
  });
}

const metrics = newCallMetrics();
const caller = (options: CallerOptions = {}) => callerFor('test', { metrics, ...options });

/** Runs to its end whatever a call waits for, without waiting. */
async function ask(
  call: ReturnType<typeof caller>,
  attempt: (signal: AbortSignal) => Promise<OperatorAnswer<string>>,
  repeat: Repeat<string> = 'read',
): Promise<OperatorAnswer<string>> {
  const answer = call({ operation: 'test', repeat, attempt });
  await vi.advanceTimersByTimeAsync(60_000);
  return answer;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an answer that was lost', () => {
  it('is asked for again where nothing was changed', async () => {
    const attempt = operator(down, incredible, answered('yes'));
    expect(await ask(caller(), attempt)).toEqual(answered('yes'));
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('is asked for no more than three times', async () => {
    const attempt = operator(down);
    expect(await ask(caller(), attempt)).toMatchObject({ problem: { kind: 'unavailable', effect: 'none' } });
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('is never asked for again where a second time could do it twice', async () => {
    const attempt = operator(down, answered('twice'));
    const answer = await ask(caller(), attempt, 'never');
    expect(answer).toMatchObject({ problem: { kind: 'unavailable', effect: 'unknown' } });
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('is looked for first where the operator takes no key: what has happened is not done twice', async () => {
    const attempt = operator(down, answered('twice'));
    const look = vi.fn(async () => answered('found'));
    expect(await ask(caller(), attempt, { look })).toEqual(answered('found'));
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('is asked for again where looking shows that nothing has happened', async () => {
    const attempt = operator(down, answered('done'));
    const look = vi.fn(async () => null);
    expect(await ask(caller(), attempt, { look })).toEqual(answered('done'));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('is not asked for again while one cannot look', async () => {
    const attempt = operator(down, answered('twice'));
    const look = vi.fn(async () => down);
    expect(await ask(caller(), attempt, { look })).toMatchObject({ problem: { effect: 'unknown' } });
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('needs no look where nothing was ever sent', async () => {
    const refusedConnection = problem({ kind: 'unavailable', why: 'ECONNREFUSED', effect: 'none' });
    const look = vi.fn(async () => null);
    expect(await ask(caller(), operator(refusedConnection, answered('done')), { look })).toEqual(
      answered('done'),
    );
    expect(look).not.toHaveBeenCalled();
  });

  it('may have done its work even where the last attempt could not be sent', async () => {
    const refusedConnection = problem({ kind: 'unavailable', why: 'ECONNREFUSED', effect: 'none' });
    const answer = await ask(caller(), operator(down, refusedConnection), 'keyed');
    expect(answer).toMatchObject({ problem: { why: 'ECONNREFUSED', effect: 'unknown' } });
  });
});

it('a considered no is an answer: it is not asked again, and nobody takes it for an outage', async () => {
  const attempt = operator(soldOut);
  const call = caller({ threshold: 2 });
  for (let i = 1; i <= 5; i++) {
    expect(await ask(call, attempt)).toEqual(soldOut);
    expect(attempt).toHaveBeenCalledTimes(i);
  }
});

it('a bug of ours is thrown as it is', async () => {
  const call = caller()({
    operation: 'test',
    repeat: 'read',
    attempt: () => Promise.reject(new TypeError('bug')),
  });
  await expect(call).rejects.toThrow('bug');
});

describe('an operator that hangs', () => {
  it('is left after the time of an attempt, and told so by its signal', async () => {
    const signals: AbortSignal[] = [];
    const attempt = (signal: AbortSignal) => {
      signals.push(signal);
      return never();
    };
    const answer = caller({ attemptMs: 1_000 })({ operation: 'hold', repeat: 'never', attempt });
    await vi.advanceTimersByTimeAsync(999);
    expect(signals.map((signal) => signal.aborted)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toEqual(problem({ kind: 'unavailable', why: 'late', effect: 'unknown' }));
    expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  });

  it('costs no more than all the time there is, however often it is asked', async () => {
    const answer = caller({ attemptMs: 1_000, totalMs: 1_500 })({
      operation: 'offers',
      repeat: 'read',
      attempt: never,
    });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await answer).toMatchObject({ problem: { kind: 'unavailable', why: 'late' } });
  });

  it('an answer that comes too late changes nothing any more', async () => {
    const late = () =>
      new Promise<OperatorAnswer<string>>((resolve) => setTimeout(() => resolve(answered('late')), 1_500));
    const attempt = operator(late, answered('in time'));
    expect(await ask(caller({ attemptMs: 1_000 }), attempt)).toEqual(answered('in time'));
  });

  it('takes so many places and no more; who finds none is told at once', async () => {
    const call = caller({ concurrent: 2, waiting: 1, attempts: 1 });
    const attempt = vi.fn(never);
    const asked = Array.from({ length: 5 }, () => call({ operation: 'offers', repeat: 'read', attempt }));
    const refused = await Promise.race(asked);
    expect(refused).toMatchObject({ problem: { why: 'too many calls at once', effect: 'none' } });
    expect(attempt).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await Promise.all(asked)).filter((answer) => !answer.ok)).toHaveLength(5);
  });
});

it('a search that takes every place keeps nobody from confirming', async () => {
  const call = caller({ concurrent: 1, waiting: 0, attempts: 1 });
  const search = call({ operation: 'offers', repeat: 'read', attempt: never });
  expect(await call({ operation: 'offers', repeat: 'read', attempt: never })).toMatchObject({
    problem: { why: 'too many calls at once' },
  });
  const attempt = operator(answered('confirmed'));
  expect(await call({ operation: 'confirm', repeat: 'keyed', attempt })).toEqual(answered('confirmed'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await search).ok).toBe(false);
});

describe('the breaker', () => {
  const open = async (call: ReturnType<typeof caller>) => {
    for (let i = 0; i < 3; i++) await ask(call, operator(down));
  };
  const options = { threshold: 3, restMs: 120_000, attempts: 1 };

  it('spares an operator that does not answer, and fails at once', async () => {
    const call = caller({ ...options, restMs: 600_000 });
    await open(call);
    const attempt = operator(answered('back'));
    expect(await ask(call, attempt, 'keyed')).toEqual(
      problem({ kind: 'unavailable', why: 'resting', effect: 'none' }),
    );
    expect(attempt).not.toHaveBeenCalled();
    expect(metrics.circuits().test).toBe('open');
  });

  it('lets one through after a rest, and closes when it answers', async () => {
    const call = caller(options);
    await open(call);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(await ask(call, operator(answered('back')))).toEqual(answered('back'));
    expect(await ask(call, operator(answered('again')))).toEqual(answered('again'));
    expect(metrics.circuits().test).toBe('closed');
  });

  it('counts silence alone: a listing that cannot be believed keeps nobody from confirming', async () => {
    const call = caller(options);
    for (let i = 0; i < 5; i++) expect(await ask(call, operator(incredible))).toMatchObject({ ok: false });
    expect(await ask(call, operator(answered('confirmed')), 'keyed')).toEqual(answered('confirmed'));
  });

  it('of one operator says nothing about another', async () => {
    await open(caller(options));
    expect(await ask(callerFor('other', { metrics }), operator(answered('yes')))).toEqual(answered('yes'));
  });
});

it('counts what became of calls, by operation', async () => {
  const own = newCallMetrics();
  const call = caller({ metrics: own });
  await ask(call, operator(down, answered('yes')));
  await ask(call, operator(soldOut));
  expect(own.figures()).toMatchObject([
    { operator: 'test', operation: 'test', outcomes: { ok: 1, 'sold-out': 1 }, attempts: 3 },
  ]);
});

it('pauses longer and never the same between attempts, so that those who failed together do not return together', async () => {
  const moments = async () => {
    const at: number[] = [];
    const started = performance.now();
    await ask(caller(), async () => {
      at.push(performance.now() - started);
      return down;
    });
    return at;
  };
  const runs = await Promise.all([moments(), moments()]);
  expect(runs[0]).toHaveLength(3);
  expect(runs[0]?.[1]).not.toBe(runs[1]?.[1]);
});
