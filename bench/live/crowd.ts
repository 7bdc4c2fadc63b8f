import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Order } from './crowd-clients';

const BROADCASTS = 20;
const EVERY_MS = 400;
const PARTS = 2;

export interface Crowd {
  /** Milliseconds, of all clients and broadcasts. */
  readonly p50: number;
  readonly p99: number;
  readonly bytesPerClient: number;
  /** After a tenth of the connections were cut during as many broadcasts again. */
  readonly cut: number;
  readonly right: number;
}

/** So many clients on one server, 20 broadcasts to all of them; then 20 more while a tenth are cut. */
export async function crowdOn(kind: 'ours' | 'bare', count: number): Promise<Crowd> {
  const server = start('crowd-server.ts', [kind], ['--expose-gc']);
  const parts = Array.from({ length: PARTS }, () => start('crowd-clients.ts', []));
  try {
    const where = { kind, ...(await answer<{ port: number; snapshots: number }>(server)) };
    await Promise.all(parts.map((part) => answer(part)));
    const orders = <T>(order: Order) => Promise.all(parts.map((part) => ask<T>(part, order)));
    const truth = async () => (await ask<{ truth: [string, number][] }>(server, 'truth')).truth;
    const report = async () =>
      orders<{ delays: number[]; right: number }>({ do: 'report', truth: await truth() });
    const broadcasts = async () => {
      for (let i = 0; i < BROADCASTS; i++) {
        await ask(server, 'broadcast');
        await pause(EVERY_MS);
      }
    };

    const before = await ask<{ memory: number }>(server, 'memory');
    await orders({ do: 'connect', where, count: count / PARTS });
    await pause(1000);
    const after = await ask<{ memory: number }>(server, 'memory');
    await broadcasts();
    await pause(1000);
    const delays = (await report()).flatMap((part) => part.delays).sort((a, b) => a - b);
    if (delays.length !== count * BROADCASTS)
      throw new Error(`${delays.length} of ${count * BROADCASTS} arrived`);

    const cut = await orders<{ cut: number }>({ do: 'cut', share: 0.1, ms: BROADCASTS * EVERY_MS });
    await broadcasts();
    for (;;) {
      const all = await orders<{ settled: boolean }>({ do: 'settled' });
      if (all.every((part) => part.settled)) break;
      await pause(250);
    }
    await pause(1000);
    const right = (await report()).reduce((sum, part) => sum + part.right, 0);
    const at = (share: number) => (delays[Math.floor(delays.length * share)] ?? 0) / 1e6;
    return {
      p50: at(0.5),
      p99: at(0.99),
      bytesPerClient: (after.memory - before.memory) / count,
      cut: cut.reduce((sum, part) => sum + part.cut, 0),
      right,
    };
  } finally {
    for (const child of [server, ...parts]) child.kill('SIGKILL');
  }
}

function start(file: string, args: string[], flags: string[] = []): ChildProcess {
  return fork(path.join(import.meta.dirname, file), args, {
    execArgv: ['--import', 'tsx', ...flags],
    serialization: 'advanced',
    env: { ...process.env, LOG_LEVEL: 'silent' },
  });
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a part of the crowd has ended: ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

function ask<T>(child: ChildProcess, order: Order | 'broadcast' | 'memory' | 'truth'): Promise<T> {
  const answered = answer<T>(child);
  child.send(order);
  return answered;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
