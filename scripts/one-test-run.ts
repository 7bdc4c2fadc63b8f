import path from 'node:path';
import { Locked, takeLock } from '@/sandbox/lock';
import { ROOT } from './surroundings';

const LOCK = path.join(ROOT, 'node_modules/.cache/voila/test.lock');

/**
 * Keeps end-to-end tests of this copy to one run at a time: two would build into the same directory, and each would
 * serve the other's pages. Given back when the process ends; what a killed one left is taken over. Throws with a
 * sentence for people when another run holds it.
 */
export async function oneTestRun(lock: string = LOCK): Promise<void> {
  try {
    process.on('exit', await takeLock(lock));
  } catch (error) {
    if (!(error instanceof Locked)) throw error;
    throw new Error(
      `End-to-end tests run in this copy already (process ${error.pid}), and both would build into one directory. ` +
        'Wait until they have ended, or run these in another clone.',
    );
  }
}
