import { describe, expect, it } from 'vitest';
import { shareFresh } from './share-fresh';

/** A load that ends when it is told to; its answer is its number. */
function loads() {
  const begun: { end(): void; fail(): void }[] = [];
  const load = () =>
    new Promise<number>((resolve, reject) => {
      const number = begun.length + 1;
      begun.push({ end: () => resolve(number), fail: () => reject(new Error('no')) });
    });
  return { begun, load };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared load', () => {
  it('begins after everyone who gets it has asked, and is one for all of them', async () => {
    const share = shareFresh<number>();
    const { begun, load } = loads();
    const first = share('a', load);
    const late = [share('a', load), share('a', load), share('a', load)];
    expect(begun).toHaveLength(1);
    begun[0]?.end();
    expect(await first).toBe(1);
    await turn();
    const latest = share('a', load);
    expect(begun).toHaveLength(2);
    begun[1]?.end();
    expect(await Promise.all(late)).toEqual([2, 2, 2]);
    await turn();
    begun[2]?.end();
    expect(await latest).toBe(3);
  });

  it('that fails stands in nobody’s way who asked later, nor do others’ keys', async () => {
    const share = shareFresh<number>();
    const { begun, load } = loads();
    const first = share('a', load);
    const late = share('a', load);
    const other = share('b', load);
    begun[0]?.fail();
    await expect(first).rejects.toThrow('no');
    begun[1]?.end();
    expect(await other).toBe(2);
    await turn();
    begun[2]?.end();
    expect(await late).toBe(3);
    await turn();
    expect(share('a', load)).not.toBe(late);
    expect(begun).toHaveLength(4);
  });
});
