import { readFileSync } from 'node:fs';
import { isRunning } from '@/sandbox/lock';

/**
 * Calls back once the npm that started us is gone: killed outright it cannot pass the signal on. npm starts
 * scripts through a shell, which may or may not stand between. Does nothing when npm did not start us.
 */
export function whenNpmEnds(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const watched = [process.ppid];
  const parent = stat(process.ppid);
  if (parent && /sh$/.test(parent.name)) watched.push(parent.ppid);
  const timer = setInterval(() => {
    if (watched.every((pid) => isRunning(pid)) && process.ppid === watched[0]) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}

function stat(pid: number): { name: string; ppid: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    return { name, ppid: Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) };
  } catch {
    return null;
  }
}
