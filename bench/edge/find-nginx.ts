import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/surroundings';

/** An nginx that can run, with the module that compresses with brotli. */
export interface Nginx {
  readonly binary: string;
  readonly brotli: string;
  /** What its process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const PACKAGES = [
  'nginx',
  'libnginx-mod-http-brotli-filter',
  'libnginx-mod-http-brotli-static',
  'libbrotli1',
];
const UNPACKED = path.join(ROOT, 'node_modules/.cache/nginx');
const MODULES = 'usr/lib/nginx/modules';
const FILTER = 'ngx_http_brotli_filter_module.so';

/**
 * The system's nginx if it has the brotli module, else Debian's packages, unpacked beside the project: nothing is
 * installed and no service is started. Throws, and says how, where neither is to be had.
 */
export function findNginx(): Nginx {
  const system = at('/');
  if (system) return system;
  const known = at(UNPACKED) ?? unpack();
  if (known) return known;
  throw new Error(
    'no nginx with brotli: apt-get install nginx libnginx-mod-http-brotli-filter libnginx-mod-http-brotli-static',
  );
}

function at(root: string): Nginx | undefined {
  const binary = path.join(root, 'usr/sbin/nginx');
  const brotli = path.join(root, MODULES, FILTER);
  if (!existsSync(binary) || !existsSync(brotli)) return undefined;
  const libraries = path.join(root, 'usr/lib');
  const machine = readdirSync(libraries).find((name) => name.endsWith('-linux-gnu')) ?? '';
  const env = root === '/' ? {} : { LD_LIBRARY_PATH: path.join(libraries, machine) };
  return { binary, brotli: path.dirname(brotli), env: env as Record<string, string> };
}

function unpack(): Nginx | undefined {
  mkdirSync(UNPACKED, { recursive: true });
  const run = (command: string, ...args: string[]): boolean =>
    spawnSync(command, args, { cwd: UNPACKED, stdio: 'ignore' }).status === 0;
  const download = () => run('apt-get', 'download', ...PACKAGES);
  if (!download() && !(run('apt-get', 'update', '-qq') && download())) return undefined;
  for (const name of readdirSync(UNPACKED).filter((file) => file.endsWith('.deb')))
    run('dpkg', '-x', name, '.');
  return at(UNPACKED);
}
