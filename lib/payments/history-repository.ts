import { and, count, desc, eq } from 'drizzle-orm';
import { db, type Queryable } from '@/db/client';
import { bookingEvents } from '@/db/schema/bookings';
import { newId } from '@/lib/kernel/ids';

/** Adds a line to the booking's history. No personal data. */
export async function noteInHistory(
  bookingId: string,
  at: Date,
  kind: string,
  data: Readonly<Record<string, string | number | boolean | null>> = {},
  on: Queryable = db,
): Promise<void> {
  await on.insert(bookingEvents).values({ id: newId('bev'), bookingId, at, kind, data });
}

/** How often something is in a booking's history, and when last. */
export async function historyOf(
  bookingId: string,
  kind: string,
): Promise<{ times: number; lastAt: Date | null }> {
  const where = and(eq(bookingEvents.bookingId, bookingId), eq(bookingEvents.kind, kind));
  const [[counted], [last]] = await Promise.all([
    db.select({ times: count() }).from(bookingEvents).where(where),
    db
      .select({ at: bookingEvents.at })
      .from(bookingEvents)
      .where(where)
      .orderBy(desc(bookingEvents.at))
      .limit(1),
  ]);
  return { times: counted?.times ?? 0, lastAt: last?.at ?? null };
}
