import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly args: string;
}

/** Processes below `root` whose command line matches. */
export function descendants(root: number, args: RegExp): number[] {
  const all = allProcesses();
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { pid, parent } of all) {
      if (family.has(pid) || !family.has(parent)) continue;
      family.add(pid);
      grown = true;
    }
  }
  return all
    .filter((each) => each.pid !== root && family.has(each.pid) && args.test(each.args))
    .map((p) => p.pid);
}

/** From `/proc` where there is one: a slim image has no `ps`. */
function allProcesses(): Process[] {
  if (!existsSync('/proc/self/stat')) return fromPs();
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? fromProc(name) : []));
}

function fromProc(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid: Number(pid), parent, args }];
  } catch {
    return [];
  }
}

function fromPs(): Process[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return args ? [{ pid: Number(pid), parent: Number(parent), args }] : [];
    });
}
