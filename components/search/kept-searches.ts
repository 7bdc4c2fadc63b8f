/** A search as the device remembers it: its path below `/{locale}/search` and how it was called. */
export interface KeptSearch {
  readonly path: string;
  readonly title: string;
}

const KEY = 'voila.searches';
const MOST = 4;

/** The last searches, newest first; empty where storage is closed or holds nonsense. */
export function readLastSearches(): readonly KeptSearch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKeptSearch).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers a search as the newest one. */
export function keepSearch(search: KeptSearch): void {
  const others = readLastSearches().filter((each) => each.path !== search.path);
  try {
    localStorage.setItem(KEY, JSON.stringify([search, ...others].slice(0, MOST)));
  } catch {
    // Storage is closed or full: the search is in the address anyway.
  }
}

function isKeptSearch(value: unknown): value is KeptSearch {
  const { path, title } = (value ?? {}) as Partial<KeptSearch>;
  return typeof path === 'string' && /^(\/[\w.-]+){4}$/.test(path) && typeof title === 'string';
}
