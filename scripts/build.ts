import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logFile, nextBinary, runToEnd, type Settings } from './parts';
import { ROOT, type Surroundings } from './surroundings';

/** Everything that the production build is made of. */
const SOURCES = [
  'app',
  'components',
  'db',
  'inngest',
  'lib',
  'messages',
  'public',
  'middleware.ts',
  'next.config.mjs',
  'next-sitemap.config.cjs',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];

/**
 * Makes the production build unless the one that is there was made from the same sources, address and data.
 * `dataId` names the data: pages are made from it. Returns whether it built. Throws with the end of the log.
 */
export async function buildWhenChanged(
  around: Surroundings,
  settings: Settings,
  dataId: string,
  onBuild: () => void,
): Promise<boolean> {
  const stamp = path.join(ROOT, around.distDir, 'built-from');
  const fingerprint = sourcesFingerprint([around.appUrl, dataId, process.version]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return false;
  onBuild();
  rmSync(stamp, { force: true });
  const log = logFile(around, 'build');
  writeFileSync(log, '');
  await withTsconfigKept(() => runToEnd([nextBinary(), 'build'], settings, log));
  await runToEnd([sitemapBinary(), '--config', 'next-sitemap.config.cjs'], settings, log);
  writeFileSync(stamp, fingerprint);
  return true;
}

/** Path of the command that lists the built pages for search engines. */
function sitemapBinary(): string {
  return path.join(ROOT, 'node_modules/next-sitemap/bin/next-sitemap.mjs');
}

/** Next notes the types of each build directory in tsconfig.json; for one that is not its usual one we do not want it. */
async function withTsconfigKept(work: () => Promise<void>): Promise<void> {
  const file = path.join(ROOT, 'tsconfig.json');
  const before = readFileSync(file);
  try {
    await work();
  } finally {
    if (!readFileSync(file).equals(before)) writeFileSync(file, before);
  }
}

function sourcesFingerprint(facts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const source of SOURCES) addTo(hash, path.join(ROOT, source));
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, path.join(file, name));
  } else if (!/\.test\.tsx?$/.test(file)) {
    hash
      .update(`${path.relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
}
