import type { HoldView } from '@/lib/inventory/views';
import { localDateOf } from '@/lib/kernel/dates';
import { portByCode } from '@/lib/network/queries';
import type { TripFacts } from './passenger-rules';

/** What the rules for travellers need to know of a held trip. */
export async function tripFacts(hold: HoldView, now: Date): Promise<TripFacts> {
  const legs = await Promise.all(
    hold.legs.map(async (leg) => {
      const [from, to] = await Promise.all([portByCode(leg.from), portByCode(leg.to)]);
      return {
        direction: leg.direction,
        operatorCode: leg.operator.code,
        fromCountry: from?.country ?? leg.from.slice(0, 2),
        toCountry: to?.country ?? leg.to.slice(0, 2),
        departureDay: leg.departureDay,
        arrivalDay: leg.arrivesAt.slice(0, 10),
        ageBands: leg.tariff.ageBands,
        hoursAhead: Math.floor((Date.parse(leg.departsAt) - now.getTime()) / 3_600_000),
      };
    }),
  );
  const port = hold.legs[0] && (await portByCode(hold.legs[0].from));
  return { today: localDateOf(now, port?.timeZone ?? 'UTC'), party: hold.party, legs };
}
