import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './surroundings';

/**
 * Ends the process with a word on why on a Node that is older than the one `npm ci` brings. An older one is enough to install; npm puts ours
 * before it on the path of every script, unless its install script was not allowed to fetch it.
 */
export function requireOurNode(): void {
  const { devDependencies }: { devDependencies: { node: string } } = JSON.parse(
    readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  );
  const fault = nodeFault(process.versions.node, devDependencies.node);
  if (!fault) return;
  console.error(fault);
  process.exit(1);
}

/** What to tell whoever runs on `running` where `ours` is meant; null where that is new enough. */
export function nodeFault(running: string, ours: string): string | null {
  const major = (version: string) => Number.parseInt(version, 10);
  if (major(running) >= major(ours)) return null;
  return `This is Node ${running}; npm scripts run on Node ${ours}, which \`npm ci\` installs. Run it again without --ignore-scripts, or use Node ${major(ours)}.`;
}
