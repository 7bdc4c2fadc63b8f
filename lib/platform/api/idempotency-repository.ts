import { and, eq, isNull, lt } from 'drizzle-orm';
import { db } from '@/db/client';
import { idempotencyKeys } from '@/db/schema/platform';

/** An answer that was kept, or the mark that the work is under way (`status` null). */
export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number | null;
  readonly sealedBody: string | null;
  readonly createdAt: Date;
}

/** Takes the key; false when somebody has it. */
export async function takeKey(scope: string, key: string, requestHash: string, now: Date): Promise<boolean> {
  const rows = await db
    .insert(idempotencyKeys)
    .values({ scope, key, requestHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return rows.length === 1;
}

export async function keptAnswer(scope: string, key: string): Promise<KeptAnswer | undefined> {
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
  return row;
}

/** Takes over a key whose first holder died at work: only when it is as old as it was seen. */
export async function takeOver(scope: string, key: string, before: Date, now: Date): Promise<boolean> {
  const rows = await db
    .update(idempotencyKeys)
    .set({ createdAt: now })
    .where(
      and(
        eq(idempotencyKeys.scope, scope),
        eq(idempotencyKeys.key, key),
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.createdAt, before),
      ),
    )
    .returning({ key: idempotencyKeys.key });
  return rows.length === 1;
}

export async function keepAnswer(
  scope: string,
  key: string,
  status: number,
  sealedBody: string,
): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ status, sealedBody })
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
}

export async function dropKey(scope: string, key: string): Promise<void> {
  await db.delete(idempotencyKeys).where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key)));
}

/** Removes answers older than `before`; returns how many. */
export async function dropKeysBefore(before: Date): Promise<number> {
  const rows = await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, before))
    .returning({ key: idempotencyKeys.key });
  return rows.length;
}
