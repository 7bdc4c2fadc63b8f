import { CrowdClient, type Where } from './crowd-client';

/* A part of the crowd, as a process of its own. */

export type Order =
  | { readonly do: 'connect'; readonly where: Where; readonly count: number }
  /** Cuts a share of the connections, spread over that long. */
  | { readonly do: 'cut'; readonly share: number; readonly ms: number }
  | { readonly do: 'settled' }
  | { readonly do: 'report'; readonly truth: readonly (readonly [string, number])[] };

/** So many connect at once: more would wait in the kernel's queue, and lose. */
const AT_ONCE = 50;
let clients: CrowdClient[] = [];

async function follow(order: Order): Promise<object> {
  if (order.do === 'connect') {
    clients = Array.from({ length: order.count }, () => new CrowdClient(order.where));
    const waiting = [...clients];
    const some = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await next.connect();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, some));
    return {};
  }
  if (order.do === 'cut') {
    const unlucky = clients.filter(() => Math.random() < order.share);
    for (const client of unlucky) setTimeout(() => client.cut(), Math.random() * order.ms);
    return { cut: unlucky.length };
  }
  if (order.do === 'settled') return { settled: clients.every((client) => client.settled) };
  const right = clients.filter(({ shown }) =>
    order.truth.every(([sailing, left]) => shown.get(sailing) === left),
  );
  const delays = clients.flatMap((client) => client.delays.splice(0));
  return { delays, right: right.length };
}

process.on('message', (order: Order) => void follow(order).then((answer) => process.send?.(answer)));
process.on('disconnect', () => process.exit(0));
process.send?.({});
