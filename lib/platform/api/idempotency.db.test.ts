import { describe, expect, it } from 'vitest';
import { onceByKey } from './idempotency';

const now = new Date('2026-12-01T10:00:00Z');
const ask = (key: string, text = '{}', at = now) => ({ scope: 'test', key, text, now: at });

describe('a request with an Idempotency-Key', () => {
  it('is worked on once and answered alike afterwards', async () => {
    let runs = 0;
    const work = async () => ({ status: 201, body: { run: ++runs } });
    const first = await onceByKey(ask('key-00000001'), work);
    const second = await onceByKey(ask('key-00000001'), work);
    expect(runs).toBe(1);
    expect(first).toMatchObject({ ok: true, value: { status: 201, body: { run: 1 }, replayed: false } });
    expect(second).toMatchObject({ ok: true, value: { status: 201, body: { run: 1 }, replayed: true } });
  });

  it('sent twenty times at once is worked on once', async () => {
    let runs = 0;
    const work = async () => {
      runs++;
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { status: 201, body: {} };
    };
    const answers = await Promise.all(Array.from({ length: 20 }, () => onceByKey(ask('key-00000002'), work)));
    expect(runs).toBe(1);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.every((answer) => !answer.ok && answer.refusal.code === 'request-in-progress')).toBe(true);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(1);
  });

  it('with another body is refused', async () => {
    const work = async () => ({ status: 200, body: {} });
    await onceByKey(ask('key-00000003', '{"a":1}'), work);
    const other = await onceByKey(ask('key-00000003', '{"a":2}'), work);
    expect(!other.ok && other.refusal.code).toBe('idempotency-key-reused');
  });

  it('whose first worker died is taken over after a minute, not before', async () => {
    await new Promise<void>((begun) => {
      void onceByKey(ask('key-00000005'), () => {
        begun();
        return new Promise(() => undefined);
      });
    });
    const soon = await onceByKey(ask('key-00000005'), async () => ({ status: 201, body: {} }));
    expect(!soon.ok && soon.refusal.code).toBe('request-in-progress');
    const later = new Date(now.getTime() + 61_000);
    const taken = await onceByKey(ask('key-00000005', '{}', later), async () => ({ status: 201, body: {} }));
    expect(taken.ok).toBe(true);
  });

  it('that failed on our side may be tried again', async () => {
    await expect(
      onceByKey(ask('key-00000006'), async () => {
        throw new Error('boom');
      }),
    ).rejects.toThrow('boom');
    const again = await onceByKey(ask('key-00000006'), async () => ({ status: 201, body: {} }));
    expect(again).toMatchObject({ ok: true, value: { status: 201 } });
  });

  it('must carry a key of visible characters', async () => {
    const work = async () => ({ status: 200, body: {} });
    for (const key of ['short', 'with space 1', 'x'.repeat(129)]) {
      const answer = await onceByKey(ask(key), work);
      expect(!answer.ok && answer.refusal.code).toBe('idempotency-key-invalid');
    }
  });
});
