import { and, eq, ne, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { emailMessages } from '@/db/schema/notifications';
import { newId } from '@/lib/kernel/ids';

export type EmailRow = typeof emailMessages.$inferSelect;

/** The row of an e-mail, made once per key. */
export async function emailRow(
  values: Pick<EmailRow, 'dedupeKey' | 'bookingId' | 'kind' | 'createdAt'>,
): Promise<EmailRow> {
  const [row] = await db
    .insert(emailMessages)
    .values({ id: newId('mail'), status: 'queued', ...values })
    .onConflictDoUpdate({
      target: emailMessages.dedupeKey,
      set: { attempts: sql`${emailMessages.attempts} + 1` },
    })
    .returning();
  if (!row) throw new Error('an upsert gives back its row');
  return row;
}

/** Marks what the provider has taken; the first to say so wins. */
export async function markSent(id: string, providerId: string | null, at: Date): Promise<void> {
  await db
    .update(emailMessages)
    .set({ status: 'sent', providerId, sentAt: at })
    .where(and(eq(emailMessages.id, id), ne(emailMessages.status, 'sent')));
}

export async function markFailed(id: string): Promise<void> {
  await db
    .update(emailMessages)
    .set({ status: 'failed' })
    .where(and(eq(emailMessages.id, id), ne(emailMessages.status, 'sent')));
}
