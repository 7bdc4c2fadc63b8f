import { and, asc, eq, gt } from 'drizzle-orm';
import { db } from '@/db/client';
import { sailings } from '@/db/schema/sailings';

/** A sailing of the timetable as it is stored, without price and stock. */
export interface StoredVoyage {
  readonly id: string;
  readonly operatorCode: string;
  readonly shipCode: string;
  readonly departureDay: string;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
}

/** All sailings of a direction that have not left at `now`, by departure. */
export function voyagesOf(routeId: string, now: Date): Promise<StoredVoyage[]> {
  return db
    .select({
      id: sailings.id,
      operatorCode: sailings.operatorCode,
      shipCode: sailings.shipCode,
      departureDay: sailings.departureDay,
      departsAt: sailings.departsAt,
      arrivesAt: sailings.arrivesAt,
    })
    .from(sailings)
    .where(and(eq(sailings.routeId, routeId), eq(sailings.status, 'scheduled'), gt(sailings.departsAt, now)))
    .orderBy(asc(sailings.departsAt), asc(sailings.id));
}
