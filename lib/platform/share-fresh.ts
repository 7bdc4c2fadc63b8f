/**
 * Lets callers with the same key share one load that begins after each of them asked: who comes while one is under way
 * waits for the next. However many come, two loads at a time are the most, and nobody gets what was read before
 * he asked.
 */
export function shareFresh<T>(): (key: string, load: () => Promise<T>) => Promise<T> {
  const running = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<T>>();

  function start(key: string, load: () => Promise<T>): Promise<T> {
    next.delete(key);
    const loading = load();
    running.set(key, loading);
    const end = () => {
      if (running.get(key) === loading) running.delete(key);
    };
    loading.then(end, end);
    return loading;
  }

  return (key, load) => {
    const before = running.get(key);
    if (!before) return start(key, load);
    const waiting = next.get(key);
    if (waiting) return waiting;
    const begin = () => start(key, load);
    const following = before.then(begin, begin);
    next.set(key, following);
    return following;
  };
}
