import { spawn } from 'node:child_process';
import { createConnection, createServer } from 'node:net';
import { freePort } from '@/sandbox/ports';

/** One address before several sidecars: connections go to them by turns, as a load balancer lets them. */
export interface LiveDoor {
  readonly url: string;
  /** Ports of the sidecars from now on. */
  lead(to: readonly number[]): void;
  stop(): Promise<void>;
}

export async function liveDoor(): Promise<LiveDoor> {
  const port = await freePort();
  let ports: readonly number[] = [];
  let turn = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const to = ports[turn++ % Math.max(1, ports.length)];
    if (to === undefined) return socket.destroy();
    const onward = createConnection(to, '127.0.0.1');
    onward.on('error', () => socket.destroy());
    onward.on('close', () => socket.destroy());
    socket.on('close', () => onward.destroy());
    return socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${port}`,
    lead(to) {
      ports = to;
    },
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

export interface Sidecar {
  readonly port: number;
  readonly pid: number;
  /** How many are connected. */
  clients(): Promise<number>;
  stop(): Promise<void>;
}

/** What a sidecar on that port says of itself. */
export async function clientsOf(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/health/live`);
  return ((await answer.json()) as { clients: number }).clients;
}

/** One more sidecar beside the house's own, with its settings. Resolves when it hears. */
export async function startSidecar(settings: Readonly<Record<string, string>>): Promise<Sidecar> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'realtime/server.ts'], {
    env: { ...process.env, ...settings, REALTIME_PORT: String(port) },
    stdio: 'ignore',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  for (const end = Date.now() + 60_000; !(await ready()); ) {
    if (child.exitCode !== null || Date.now() > end) throw new Error('the sidecar did not come up');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    pid: child.pid as number,
    clients: () => clientsOf(port),
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}
