import { isoWithOffset } from '@/lib/kernel/dates';
import { Fault } from '@/lib/kernel/errors';
import { readNetwork } from '@/lib/network/queries';
import { voyagesOf } from './timetable-repository';
import type { Voyage } from './timetable-rules';

/** The open timetable of a direction from `now` on, in the local time of both ports. Throws a Fault on an unknown port. */
export async function timetableOf(routeId: string, now: Date): Promise<Voyage[]> {
  const [network, stored] = await Promise.all([readNetwork(), voyagesOf(routeId, now)]);
  const zoneOf = (code: string) => {
    const port = network.ports.get(code);
    if (!port) throw new Fault('network-incomplete', { message: `no port ${code}` });
    return port.timeZone;
  };
  const [from, to] = [zoneOf(routeId.slice(0, 5)), zoneOf(routeId.slice(6))];
  return stored.map(({ departsAt, arrivesAt, departureDay, ...voyage }) => ({
    ...voyage,
    day: departureDay,
    departsAt: isoWithOffset(departsAt, from),
    arrivesAt: isoWithOffset(arrivesAt, to),
    minutes: Math.round((arrivesAt.getTime() - departsAt.getTime()) / 60_000),
  }));
}
