import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockHolder } from '@/sandbox/lock';
import { removeOutsideHome } from '@/sandbox/postgres-home';
import { dataDirectory, loadSettings } from './surroundings';

/** `npm run reset`: empties the data directory. Refuses while anything runs on it, and on a directory not ours. */
loadSettings();
const dataDir = dataDirectory();
const holder = lockHolder(path.join(dataDir, 'start.lock')) ?? lockHolder(path.join(dataDir, 'sandbox.lock'));

if (holder !== null) {
  console.error(`Still running on ${dataDir} (process ${holder}); stop it first.`);
  process.exitCode = 1;
} else if (!existsSync(dataDir)) {
  console.log(`${dataDir} is empty already.`);
} else if (!existsSync(path.join(dataDir, 'sandbox.json'))) {
  console.error(`${dataDir} does not look like ours: nothing was removed.`);
  process.exitCode = 1;
} else {
  removeOutsideHome(path.join(dataDir, 'postgres'));
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`${dataDir} is empty.`);
}
