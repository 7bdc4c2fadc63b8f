import { auditLog } from '@/db/schema/platform';
import type { Transaction } from '@/db/transaction';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';

export type AuditRow = Required<typeof auditLog.$inferInsert>;
type AuditData = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Who did what, as a row of the audit log. A guest or a bearer is named by kind only; `data` holds ids and codes,
 * never personal data.
 */
export function auditRow(ctx: Context, verb: string, subject: string, data: AuditData = {}): AuditRow {
  const actor = ctx.actor.kind === 'system' ? `system:${ctx.actor.name}` : ctx.actor.kind;
  return { id: newId('audit'), at: ctx.now, actor, verb, subject, data };
}

/** Writes it, inside the transaction in which it is done. */
export async function recordAudit(
  tx: Transaction,
  ctx: Context,
  verb: string,
  subject: string,
  data?: AuditData,
): Promise<void> {
  await tx.insert(auditLog).values(auditRow(ctx, verb, subject, data));
}

/** The same as a part of a larger statement, whose `parameter` has the row as JSON. A `where` may follow. */
export function auditInsert(parameter: string): string {
  return `insert into audit_log (id, at, actor, verb, subject, data)
    select entry.* from jsonb_to_record(${parameter}::jsonb) as entry(
      "id" text, "at" timestamptz, "actor" text, "verb" text, "subject" text, "data" jsonb)`;
}
