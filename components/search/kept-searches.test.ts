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
  const trip = (day: string, back: string, party = '2-0-0-0.none') => `/FRMRS-FRBIA/${day}/${back}/${party}`;
  const home = 'FRBIA-FRMRS.2027-07-20';
  const path = trip('2027-07-14', home);

  it('belongs to its search', () => {
    keepChoice(path, ['x|basic', 'y|flex']);
    expect(keptChoice(path)).toEqual(['x|basic', 'y|flex']);
    expect(keptChoice(trip('2027-07-14', home, '1-0-0-0.none'))).toEqual(['', '']);
  });

  it('stays for one leg when only the other is on another day', () => {
    keepChoice(path, ['x|basic', 'y|flex']);
    expect(keptChoice(trip('2027-07-15', home))).toEqual(['', 'y|flex']);
    expect(keptChoice(trip('2027-07-14', 'FRBIA-FRMRS.2027-07-21'))).toEqual(['x|basic', '']);
    expect(keptChoice(trip('2027-07-14', 'one-way'))).toEqual(['x|basic']);
  });

  it('is nothing where storage is closed or holds nonsense', () => {
    for (const nonsense of ['{"path":"/a"}', '[7, null]', '{', 'null']) {
      sessionStorage.setItem('voila.choice', nonsense);
      expect(keptChoice(path).filter(Boolean)).toEqual([]);
    }
    vi.stubGlobal('sessionStorage', undefined);
    keepChoice(path, ['x|basic', 'y|flex']);
    expect(keptChoice(path)).toEqual([]);
  });
});
