import { auditLog } from '@/db/schema/platform';
import type { Transaction } from '@/db/transaction';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';

/**
 * Writes who did what into the audit log, inside the transaction in which it is done. A guest or a bearer is named
 * by kind only; `data` holds ids and codes, never personal data.
 */
export async function recordAudit(
  tx: Transaction,
  ctx: Context,
  verb: string,
  subject: string,
  data: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  const actor = ctx.actor.kind === 'system' ? `system:${ctx.actor.name}` : ctx.actor.kind;
  await tx.insert(auditLog).values({ id: newId('audit'), at: ctx.now, actor, verb, subject, data });
}
