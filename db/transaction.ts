import { type Database, db } from './client';

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

/** SQLSTATEs after which the database has surely undone everything: serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);

/** The SQLSTATE of a database error, wherever the driver or the query builder put it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error as { code?: unknown; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (typeof e.code === 'string') return e.code;
  }
  return undefined;
}

/**
 * Runs `work` in one transaction, again up to twice where the database itself asks for it.
 * `work` must therefore have no effect outside the transaction.
 */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return retried(() => db.transaction(work));
}

/** The same for `work` that is one statement, and so a transaction of its own. */
export async function retried<T>(work: () => PromiseLike<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= 3 || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * (1 + Math.random())));
    }
  }
}
