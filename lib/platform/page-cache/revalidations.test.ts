import { describe, expect, it } from 'vitest';
import { Revalidations } from './revalidations';

const page = (moment: { mark: number; seq: number }, ...tags: string[]) => ({ ...moment, tags });

describe('what was revalidated', () => {
  it('drops pages with the tag that were begun before, also those done after', () => {
    const known = new Revalidations();
    const begunBefore = known.now();
    known.here(['a']);
    expect(known.expires(page(begunBefore, 'x', 'a'))).toBe(true);
    expect(known.expires(page(begunBefore, 'x'))).toBe(false);
    expect(known.expires(page(known.now(), 'a'))).toBe(false);
  });

  it('is believed of another process’s page only as far as that process had read the log', () => {
    const known = new Revalidations();
    known.read([{ tag: 'a', seq: 7 }], 9);
    expect(known.expiresShared(page({ mark: 0, seq: 6 }, 'a'))).toBe(true);
    expect(known.expiresShared(page({ mark: 0, seq: 7 }, 'a'))).toBe(false);
    expect(known.expiresShared(page({ mark: 0, seq: 6 }, 'b'))).toBe(false);
  });

  it('is believed of nobody while it is not in the log', () => {
    const known = new Revalidations();
    known.here(['a']);
    expect(known.expiresShared(page({ mark: 0, seq: 1e9 }, 'a'))).toBe(true);
    known.published(['a'], 1);
    expect(known.expiresShared(page({ mark: 0, seq: 1 }, 'a'))).toBe(false);
  });

  it('does not drop twice: reading in the log what this process wrote there leaves its pages', () => {
    const known = new Revalidations();
    known.here(['a']);
    const made = known.now();
    known.published(['a'], 1);
    known.read([{ tag: 'a', seq: 1 }], 1);
    expect(known.expires(page(made, 'a'))).toBe(false);
    known.read([{ tag: 'a', seq: 2 }], 2);
    expect(known.expires(page(made, 'a'))).toBe(true);
  });

  it('does not claim to have read what others wrote before its own entry', () => {
    const known = new Revalidations();
    known.read([], 3);
    known.here(['a']);
    known.published(['a'], 5);
    expect(known.now().seq).toBe(3);
    known.read([{ tag: 'b', seq: 4 }], 5);
    expect(known.now().seq).toBe(5);
  });

  it('that cannot be told any more drops everything made until then', () => {
    const known = new Revalidations();
    const before = known.now();
    known.everything(40);
    expect(known.expires(page(before))).toBe(true);
    expect(known.expiresShared(page({ mark: 0, seq: 39 }))).toBe(true);
    expect(known.expires(page(known.now()))).toBe(false);
    expect(known.expiresShared(page({ mark: 0, seq: 40 }))).toBe(false);
  });

  it('takes bounded room: with too many tags everything counts as dropped', () => {
    const known = new Revalidations();
    const before = known.now();
    for (let i = 0; i <= 20_000; i++) known.here([`tag-${i}`]);
    expect(known.expires(page(before, 'another'))).toBe(true);
    expect(known.expires(page(known.now(), 'tag-3'))).toBe(false);
  });
});
