import { and, eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { emailMessages } from '@/db/schema/notifications';
import type { EmailKind } from './emails/content';

/** Whether the mail provider has taken the e-mail of that kind about a booking. */
export async function isMailed(bookingId: string, kind: EmailKind): Promise<boolean> {
  const [row] = await db
    .select({ id: emailMessages.id })
    .from(emailMessages)
    .where(
      and(
        eq(emailMessages.bookingId, bookingId),
        eq(emailMessages.kind, kind),
        eq(emailMessages.status, 'sent'),
      ),
    )
    .limit(1);
  return row !== undefined;
}
