import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './surroundings';

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly engines?: unknown;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lockfile {
  packages: Record<string, LockedPackage & Record<string, unknown>>;
}

const FILE = path.join(ROOT, 'package-lock.json');
const CPUS = ['arm64', 'x64', 'ia32', 'ppc64', 's390x'];

/**
 * `npm install` may leave packages for other platforms out of the lockfile (npm/cli#4828), and `npm ci` then
 * refuses it. Names those that are missing, from the pinned optional dependencies of what is locked.
 */
export function missingPlatforms(lock: Lockfile = read()): string[] {
  return missing(lock).map(({ name }) => name);
}

function missing({ packages }: Lockfile) {
  return Object.entries(packages).flatMap(([at, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(packages, at, name))
      .map(([name, version]) => ({ name, version, parent })),
  );
}

/** Whether a package finds the other in its own `node_modules` or in one above. */
function isLocked(packages: Lockfile['packages'], at: string, name: string): boolean {
  for (let dir = at; ; dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/node_modules/')))) {
    if (packages[`${dir ? `${dir}/` : ''}node_modules/${name}`]) return true;
    if (!dir) return false;
  }
}

/** Adds what is missing, as npm would: platform from the name, version and licence from the parent. */
function complete(lock: Lockfile): void {
  for (const { name, version, parent } of missing(lock)) {
    const os = ['darwin', 'win32', 'android'].find((system) => name.includes(system)) ?? 'linux';
    const cpu = CPUS.find((arch) => new RegExp(`-${arch}(-|$)`).test(name)) ?? 'arm';
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(parent.dev && { dev: true }),
      ...(name.includes('musl') && { libc: ['musl'] }),
      license: parent.license,
      optional: true,
      os: [os],
      engines: parent.engines,
    };
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
}

function read(): Lockfile {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Lockfile;
}

if (import.meta.main) {
  const lock = read();
  const names = missingPlatforms(lock);
  complete(lock);
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(names.length > 0 ? `added to package-lock.json: ${names.join(', ')}` : 'nothing was missing');
}
