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

const search = (n: number) => ({ query: `from=FRMRS&n=${n}`, title: `Marseille ${n}` });

describe('the last searches of a device', () => {
  it('come newest first, each once, and no more than four', () => {
    for (const n of [1, 2, 3, 4, 5, 3]) keepSearch(search(n));
    expect(readLastSearches()).toEqual([3, 5, 4, 2].map(search));
  });

  it('are none where storage holds nonsense or something that is no query', () => {
    for (const text of ['{', '7', 'null', '[{"query":"javascript:alert(1)","title":"x"}]', '[null]']) {
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
    keepChoice({ query: 'a=1', values: ['x|basic', ''] });
    expect(keptChoice('a=1')).toEqual(['x|basic', '']);
    expect(keptChoice('a=2')).toEqual([]);
  });

  it('is nothing where storage is closed or holds nonsense', () => {
    sessionStorage.setItem('voila.choice', '{"query":"a=1","values":7}');
    expect(keptChoice('a=1')).toEqual([]);
    vi.stubGlobal('sessionStorage', undefined);
    keepChoice({ query: 'a=1', values: [] });
    expect(keptChoice('a=1')).toEqual([]);
  });
});
