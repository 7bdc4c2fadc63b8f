/** Upper bounds, in seconds, of the delays from a change to its hint. */
const BOUNDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] as const;

type Counter = 'hints' | 'snapshots_asked' | 'slow_clients' | 'connections_refused' | 'subscriptions_refused';

/** What the sidecar counts of itself, for Prometheus. */
export class Metrics {
  private readonly counters: Record<Counter, number> = {
    hints: 0,
    snapshots_asked: 0,
    slow_clients: 0,
    connections_refused: 0,
    subscriptions_refused: 0,
  };
  private readonly delays = { sum: 0, count: 0, under: BOUNDS.map(() => 0) };

  add(counter: Counter, n = 1): void {
    this.counters[counter] += n;
  }

  /** Seconds from the change to the moment at which its hint went out. */
  delayed(seconds: number): void {
    const { delays } = this;
    delays.sum += seconds;
    delays.count++;
    BOUNDS.forEach((bound, index) => {
      if (seconds <= bound) delays.under[index] = (delays.under[index] ?? 0) + 1;
    });
  }

  /** In the text format of Prometheus, with gauges as they are now. */
  text(gauges: Readonly<Record<string, number>>): string {
    const lines = Object.entries(gauges).flatMap(([name, value]) => typed(name, 'gauge', value));
    for (const [name, value] of Object.entries(this.counters)) {
      lines.push(...typed(`${name}_total`, 'counter', value));
    }
    const { under, count, sum } = this.delays;
    const delay = 'voila_live_delay_seconds';
    lines.push(`# TYPE ${delay} histogram`);
    BOUNDS.forEach((bound, index) => {
      lines.push(`${delay}_bucket{le="${bound}"} ${under[index]}`);
    });
    lines.push(
      `${delay}_bucket{le="+Inf"} ${count}`,
      `${delay}_sum ${sum.toFixed(3)}`,
      `${delay}_count ${count}`,
    );
    return `${lines.join('\n')}\n`;
  }
}

function typed(name: string, type: 'gauge' | 'counter', value: number): string[] {
  return [`# TYPE voila_live_${name} ${type}`, `voila_live_${name} ${value}`];
}
