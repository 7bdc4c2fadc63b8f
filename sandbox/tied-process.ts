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

export interface TiedProcess {
  readonly pid: number | undefined;
  /** Settles with the exit code when the program ends, asked or not. */
  readonly exited: Promise<number | null>;
  /** Asks the program to end and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts a program that ends with us, however we end (`kill -9` too). It runs in a session of its own, so a
 * Ctrl-C at the terminal reaches us alone and we stop it in our order.
 */
export function spawnTied(
  program: string,
  args: string[],
  options: { log: string; stopSignal: 'INT' | 'TERM'; uid?: number | undefined; gid?: number | undefined },
): TiedProcess {
  const log = openSync(options.log, 'a');
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', options.stopSignal, program, ...args], {
    ...(options.uid !== undefined && { uid: options.uid }),
    ...(options.gid !== undefined && { gid: options.gid }),
    cwd: '/',
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  return {
    pid: child.pid,
    exited,
    async stop() {
      child.stdin?.end();
      await exited;
    },
  };
}
