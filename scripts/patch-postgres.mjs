/**
 * Mends the Postgres driver after each install. In 3.4.9 a connection that dies with a small write waiting throws out
 * of a timer, which ends the process; or it keeps a stale timer, stale bytes and a stale error, so that it never sends
 * again when it is back, or answers its first query with the error of its former life (github.com/porsager/postgres
 * issues 1154 and 1208). Why here: docs/decisions/0002-mended-driver.md. Plain JavaScript, as an install for production
 * has no compiler. Throws when the driver is not the one that it knows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const home = path.join(path.dirname(createRequire(import.meta.url).resolve('postgres')), '..', '..');

const NEXT_WRITE = `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    return x
  }
`;
const MENDED_NEXT_WRITE = `  function nextWrite(fn) {
    const x = chunk
    nextWriteTimer !== null && clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    if (!socket) {
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    return socket.write(x, fn)
  }
`;
/** In `terminate` and in `closed`. */
const CLEAR = `    clearImmediate(nextWriteTimer)
`;
const MENDED_CLEAR = `${CLEAR}    chunk = nextWriteTimer = errorResponse = null
`;

for (const file of ['src/connection.js', 'cjs/src/connection.js']) {
  const target = path.join(home, file);
  const source = readFileSync(target, 'utf8');
  if (source.includes(MENDED_NEXT_WRITE)) continue;
  if (!source.includes(NEXT_WRITE) || source.split(CLEAR).length !== 3)
    throw new Error(`${target} is not the driver that scripts/patch-postgres.mjs mends; is it still needed?`);
  writeFileSync(target, source.replaceAll(CLEAR, MENDED_CLEAR).replace(NEXT_WRITE, MENDED_NEXT_WRITE));
}
