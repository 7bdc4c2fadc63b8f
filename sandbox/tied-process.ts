import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/**
 * Runs the program (`"$@"`) and signals it as soon as standard input ends: the pipe closes when whoever
 * started us stops, dies or is killed. `read` is a builtin, so no process is left behind.
 */
const SUPERVISOR = `
signal=$1; shift
exec 3<&0
"$@" 3<&- </dev/null & child=$!
{ read -r _ <&3; kill -s $signal $child; } 2>/dev/null & watcher=$!
trap 'kill -s $signal $child' TERM INT
wait $child; status=$?
kill $watcher 2>/dev/null
exit $status`;

/** How long a program may take to end before it is killed. */
const GRACE_MS = 10_000;

export interface TiedProcess {
  /** Settles with the exit code when the program ends, asked or not. */
  readonly exited: Promise<number | null>;
  /** Asks the program to end and waits until it has; after ten seconds it is killed. */
  stop(): Promise<void>;
}

export interface TiedOptions {
  readonly stopSignal: 'INT' | 'TERM';
  /** File that its output is appended to; without one it goes where ours goes. */
  readonly log?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

/**
 * Starts a program that ends with us, however we end (`kill -9` too). It runs in a session of its own, so a
 * Ctrl-C at the terminal reaches us alone and we stop it in our order.
 */
export function spawnTied(program: string, args: string[], options: TiedOptions): TiedProcess {
  const output = options.log === undefined ? ('inherit' as const) : openSync(options.log, 'a');
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', options.stopSignal, program, ...args], {
    ...(options.uid !== undefined && { uid: options.uid }),
    ...(options.gid !== undefined && { gid: options.gid }),
    ...(options.env && { env: options.env }),
    cwd: options.cwd ?? '/',
    detached: true,
    stdio: ['pipe', output, output],
  });
  if (output !== 'inherit') closeSync(output);
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => {
      killGroup(child.pid);
      resolve(code);
    });
  });
  return {
    exited,
    async stop() {
      child.stdin?.end();
      const timer = setTimeout(() => killGroup(child.pid), GRACE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** What is left of a program whose supervising shell has ended (it may have been killed alone). */
function killGroup(pid: number | undefined): void {
  if (!pid) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody left
  }
}
