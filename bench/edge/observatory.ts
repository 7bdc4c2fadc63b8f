import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/surroundings';
import type { Edge } from './edge';

const PACKAGE = '@mdn/mdn-http-observatory';
const VERSION = '1.4.8';
const FOLDER = path.join(ROOT, `node_modules/.cache/observatory-${VERSION}`);

/** What Mozilla's HTTP Observatory says of the site, by TLS as its visitors come. */
export async function observe(edge: Edge): Promise<{ grade: string; score: number; failed: string[] }> {
  const scanner = install();
  const host = new URL(edge.secureUrl).host;
  const output = execFileSync(process.execPath, [path.join(scanner, 'src/scan.js'), host], {
    cwd: FOLDER,
    // The certificate is our own; who signed it is not what is measured.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: edge.certificate },
    encoding: 'utf8',
  });
  const { scan, tests } = JSON.parse(output);
  const failed = Object.entries(tests as Record<string, { pass: boolean; result: string }>)
    .filter(([, test]) => !test.pass)
    .map(([name, test]) => `${name} (${test.result})`);
  return { grade: scan.grade, score: scan.score, failed };
}

/**
 * The scanner, beside the project and not among its packages: it brings 200 of its own. Its install script would fetch
 * the list of sites that browsers know by heart; ours is not on it, so an empty one serves.
 */
function install(): string {
  const scanner = path.join(FOLDER, 'node_modules', PACKAGE);
  if (!existsSync(path.join(scanner, 'conf/hsts-preload.json'))) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path.join(FOLDER, 'package.json'), '{"private":true}');
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${PACKAGE}@${VERSION}`];
    execFileSync('npm', args, { cwd: FOLDER, stdio: 'ignore' });
    writeFileSync(path.join(scanner, 'conf/hsts-preload.json'), '{}');
  }
  return scanner;
}
