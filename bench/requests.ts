import autocannon from 'autocannon';

/** Requests per second of one address for `seconds`; throws when an answer was not 2xx. */
export async function requestsPerSecond(
  url: string,
  options: {
    seconds?: number;
    connections?: number;
    method?: 'GET' | 'POST';
    body?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<number> {
  const result = await autocannon({
    url,
    method: options.method ?? 'GET',
    ...(options.body !== undefined && {
      body: options.body,
      headers: { 'content-type': 'application/json' },
    }),
    ...(options.headers && { headers: options.headers }),
    connections: options.connections ?? 16,
    duration: options.seconds ?? 4,
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return result.requests.average;
}

/** Median of numbers; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Measures A and B by turns, `rounds` times, so that a machine that slows down slows both. */
export async function byTurns(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number; b: number; ratio: number }> {
  const as: number[] = [];
  const bs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    as.push(await a());
    bs.push(await b());
  }
  return { a: median(as), b: median(bs), ratio: median(as.map((value, i) => value / (bs[i] ?? NaN))) };
}
