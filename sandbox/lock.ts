import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Owner {
  readonly pid: number;
  /** When the process began, in the system's own ticks: tells it from a later one with the same number. */
  readonly startedAt: string | null;
}

/** Thrown when a running process holds the lock. */
export class Locked extends Error {
  override readonly name = 'Locked';
  readonly pid: number;

  constructor(file: string, pid: number) {
    super(`${file} is held by process ${pid}`);
    this.pid = pid;
  }
}

/**
 * Takes the lock file for this process and returns what gives it back. The lock of a process that is no more
 * (killed, or gone with the machine) is taken over. Waits up to `patienceMs` for a holder that is ending, then
 * throws `Locked`.
 */
export async function takeLock(file: string, patienceMs = 0): Promise<() => void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }));
  try {
    for (const end = Date.now() + patienceMs; ; ) {
      if (tryLink(draft, file)) return () => release(file);
      const holder = lockHolder(file);
      if (holder === null) dropStale(file);
      else if (Date.now() > end) throw new Locked(file, holder);
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The running process that holds the lock, or null. */
export function lockHolder(file: string): number | null {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    return isRunning(owner.pid) && startOf(owner.pid) === owner.startedAt ? owner.pid : null;
  } catch {
    return null;
  }
}

/** Creating a hard link is atomic and fails when the name is taken. */
function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Of two that find the same stale lock, one renames it away and the other finds it gone. */
function dropStale(file: string): void {
  const away = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, away);
  } catch {
    return;
  }
  rmSync(away, { force: true });
}

function release(file: string): void {
  if (lockHolder(file) === process.pid) rmSync(file, { force: true });
}

/** Whether a process with that number runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
