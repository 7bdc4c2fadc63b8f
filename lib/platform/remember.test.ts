import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rememberFor } from './remember';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once, and again when the time is over', async () => {
  const load = vi.fn(async () => load.mock.calls.length);
  const remembered = rememberFor(1_000, load);
  expect([await remembered(), await remembered()]).toEqual([1, 1]);
  vi.advanceTimersByTime(1_001);
  expect(await remembered()).toBe(2);
});

it('shares one call among those who come meanwhile', async () => {
  const load = vi.fn(async () => 'value');
  const remembered = rememberFor(1_000, load);
  expect(await Promise.all([remembered(), remembered()])).toEqual(['value', 'value']);
  expect(load).toHaveBeenCalledTimes(1);
});

it('forgets a failure at once', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValue('up');
  const remembered = rememberFor(1_000, load);
  await expect(remembered()).rejects.toThrow('down');
  expect(await remembered()).toBe('up');
});

it('does not keep an answer that is not worth it', async () => {
  const load = vi.fn<() => Promise<string[]>>().mockResolvedValueOnce([]).mockResolvedValue(['port']);
  const remembered = rememberFor(1_000, load, (list) => list.length > 0);
  expect(await remembered()).toEqual([]);
  await Promise.resolve();
  expect(await remembered()).toEqual(['port']);
});
