import { describe, expect, it, vi } from 'vitest';
import { Fault } from '@/lib/kernel/errors';
import { guard } from './guard';

const down = () => Promise.reject(new Fault('vendor-down', { retryable: true }));
const refused = () => Promise.reject(new Fault('vendor-refused'));

describe('a guard', () => {
  it('stops asking a vendor that is down, and says that it is unavailable', async () => {
    const guarded = guard('vendor', { timeoutMs: 1000, threshold: 3 });
    for (let i = 0; i < 3; i++) await expect(guarded(down)).rejects.toMatchObject({ code: 'vendor-down' });
    const call = vi.fn(() => Promise.resolve('late'));
    await expect(guarded(call)).rejects.toMatchObject({ code: 'vendor-unavailable', retryable: true });
    expect(call).not.toHaveBeenCalled();
  });

  it('asks again after a rest', async () => {
    const guarded = guard('vendor', { timeoutMs: 1000, threshold: 1, restMs: 30 });
    await expect(guarded(down)).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(guarded(() => Promise.resolve('back'))).resolves.toBe('back');
  });

  it('does not take a considered no for an outage', async () => {
    const guarded = guard('vendor', { timeoutMs: 1000, threshold: 2 });
    for (let i = 0; i < 5; i++)
      await expect(guarded(refused)).rejects.toMatchObject({ code: 'vendor-refused' });
  });

  it('does not wait for ever', async () => {
    const guarded = guard('vendor', { timeoutMs: 30 });
    const never = () => new Promise<string>(() => undefined);
    await expect(guarded(never)).rejects.toMatchObject({ code: 'vendor-unavailable', retryable: true });
  });
});
