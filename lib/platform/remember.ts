/**
 * Remembers what `load` answers for `ms` milliseconds in this process. Callers that come while it loads share
 * one call; a failure, or an answer that `worthKeeping` turns down, is not kept. For data that changes rarely
 * and may be that old. Elapsed time is measured on the monotonic clock: it is not the time of the product.
 */
export function rememberFor<T>(
  ms: number,
  load: () => Promise<T>,
  worthKeeping: (value: T) => boolean = () => true,
): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | undefined;
  return () => {
    if (kept && performance.now() < kept.until) return kept.value;
    const entry = { until: performance.now() + ms, value: load() };
    const drop = () => {
      if (kept === entry) kept = undefined;
    };
    kept = entry;
    entry.value.then((value) => worthKeeping(value) || drop(), drop);
    return entry.value;
  };
}
