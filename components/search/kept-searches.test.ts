import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepChoice, keptChoice } from './kept-choice';
import { keepSearch, readLastSearches } from './kept-searches';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', memory());
  vi.stubGlobal('sessionStorage', memory());
});
afterEach(() => vi.unstubAllGlobals());

const search = (n: number) => ({
  path: `/FRMRS-TNLGN/2027-07-1${n}/one-way/2-1-0-0.car`,
  title: `Marseille ${n}`,
});

describe('the last searches of a device', () => {
  it('come newest first, each once, and no more than four', () => {
    for (const n of [1, 2, 3, 4, 5, 3]) keepSearch(search(n));
    expect(readLastSearches()).toEqual([3, 5, 4, 2].map(search));
  });

  it('are none where storage holds nonsense or something that is no path of ours', () => {
    for (const text of ['{', '7', 'null', '[{"path":"//evil.example/a/b","title":"x"}]', '[null]']) {
      localStorage.setItem('voila.searches', text);
      expect(readLastSearches()).toEqual([]);
    }
  });

  it('are none, and no fault, where storage is closed', () => {
    vi.stubGlobal('localStorage', undefined);
    keepSearch(search(1));
    expect(readLastSearches()).toEqual([]);
  });
});

describe('the choice of a tab', () => {
  it('belongs to its search', () => {
    keepChoice({ path: '/a', values: ['x|basic', ''] });
    expect(keptChoice('/a')).toEqual(['x|basic', '']);
    expect(keptChoice('/b')).toEqual([]);
  });

  it('is nothing where storage is closed or holds nonsense', () => {
    sessionStorage.setItem('voila.choice', '{"path":"/a","values":7}');
    expect(keptChoice('/a')).toEqual([]);
    vi.stubGlobal('sessionStorage', undefined);
    keepChoice({ path: '/a', values: [] });
    expect(keptChoice('/a')).toEqual([]);
  });
});
