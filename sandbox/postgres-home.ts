import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** PostgreSQL refuses to run as root: started by root, it runs as `postgres` or else `nobody`. */
export interface ServerUser {
  readonly uid?: number;
  readonly gid?: number;
  /** Runs a program as that user to its end; throws with its output when it fails. */
  run(program: string, args: string[]): void;
}

/** Where data goes that the server's user could not reach below the data directory (say, under /root). */
const OUTSIDE = '/var/tmp/voila-ferry';

/** The user that the server runs as: ourselves, except for root. */
export function serverUser(): ServerUser {
  const ids = process.getuid?.() === 0 ? (accountOf('postgres') ?? accountOf('nobody')) : {};
  if (!ids) throw new Error('started by root, and there is neither a user "postgres" nor "nobody"');
  return {
    ...ids,
    run(program, args) {
      const result = spawnSync(program, args, { ...ids, cwd: '/', encoding: 'utf8' });
      if (result.error) throw result.error;
      if (result.status !== 0) throw new Error(`${program} failed:\n${result.stdout}${result.stderr}`);
    },
  };
}

/** Options for `spawn` that make the child run as that user. */
export function runAs(user: ServerUser): { uid?: number; gid?: number } {
  return user.uid === undefined ? {} : { uid: user.uid, gid: user.gid };
}

function accountOf(name: string): { uid: number; gid: number } | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((l) => l.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Whether the user can enter and read a directory. Asked of the system itself: modes alone do not tell. */
export function canReach(dir: string, user: ServerUser): boolean {
  const script = 'cd "$1" && test -r . && test -x .';
  return spawnSync('/bin/sh', ['-c', script, 'sh', dir], { ...runAs(user), cwd: '/' }).status === 0;
}

/**
 * A directory that belongs to the server's user: `dataDir` itself, or, where that user cannot get there, one
 * outside whose path is noted in `dataDir/location`. A note that another data directory made (a copied
 * directory) is not followed.
 */
export function reachableHome(dataDir: string, user: ServerUser): string {
  if (user.uid === undefined) return dataDir;
  own(dataDir, user);
  if (canReach(dataDir, user)) return dataDir;
  const home = outsideHome(dataDir) ?? newOutsideHome(dataDir);
  own(home, user);
  return home;
}

/** The place outside that belongs to this data directory, when there is one. */
export function outsideHome(dataDir: string): string | null {
  const note = path.join(dataDir, 'location');
  if (!existsSync(note)) return null;
  const home = readFileSync(note, 'utf8').trim();
  const owner = path.join(home, 'belongs-to');
  return existsSync(owner) && readFileSync(owner, 'utf8').trim() === dataDir ? home : null;
}

function newOutsideHome(dataDir: string): string {
  const name = `${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}-${randomBytes(4).toString('hex')}`;
  const home = path.join(OUTSIDE, name);
  mkdirSync(home, { recursive: true });
  chmodSync(OUTSIDE, 0o755);
  writeFileSync(path.join(home, 'belongs-to'), dataDir);
  writeFileSync(path.join(dataDir, 'location'), home);
  return home;
}

/** Removes what `reachableHome` put outside the data directory. */
export function removeOutsideHome(dataDir: string): void {
  const home = outsideHome(dataDir);
  if (home?.startsWith(`${OUTSIDE}/`)) rmSync(home, { recursive: true, force: true });
}

function own(dir: string, user: ServerUser): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(dir, user.uid, user.gid);
}
