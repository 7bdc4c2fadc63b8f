import { availabilityOf, type StockRow } from '@/lib/inventory/availability-rules';
import { daysBetween, localDateOf } from '@/lib/kernel/dates';
import { Fault } from '@/lib/kernel/errors';
import { type FamilyRule, ruleInForce } from '@/lib/network/fare-rules';
import { FARE_FAMILIES, type FareFamily, type Network, serviceKey } from '@/lib/network/types';
import { tariffAt } from '@/lib/pricing/tariff';
import type { Tariff } from '@/lib/pricing/types';
import type { SailingForSale, SailingStatus } from './types';

/** A sailing as it is stored. */
export interface StoredSailing {
  readonly id: string;
  readonly routeId: string;
  readonly operatorCode: string;
  readonly shipCode: string;
  readonly departureDay: string;
  readonly departsAt: Date;
  readonly arrivesAt: Date;
  /** Minutes later than published; 0 when it is on time. */
  readonly delayMinutes: number;
  readonly status: SailingStatus;
  readonly tariff: Tariff;
}

/** Share of the passenger places that is sold, 0 to 1; what is held does not move prices. */
export function loadOf(deck: { readonly capacity: number; readonly sold: number } | undefined): number {
  return deck && deck.capacity > 0 ? deck.sold / deck.capacity : 0;
}

/** Puts a stored sailing, its stock and the network together into what can be sold at `now`. Throws a Fault where the network lacks a part. */
export function forSale(
  sailing: StoredSailing,
  stock: readonly StockRow[],
  network: Network,
  now: Date,
): SailingForSale {
  const { routeId, operatorCode } = sailing;
  const from = known(network.ports.get(routeId.slice(0, 5)), sailing.id);
  const service = known(network.services.get(serviceKey(routeId, operatorCode)), sailing.id);
  const ship = known(network.ships.get(sailing.shipCode), sailing.id);
  const daysAhead = daysBetween(localDateOf(now, from.timeZone), sailing.departureDay);
  const load = loadOf(stock.find((row) => row.kind === 'passengers'));
  return {
    id: sailing.id,
    routeId,
    status: sailing.status,
    departed: sailing.departsAt <= now,
    operator: known(network.operators.get(operatorCode), sailing.id),
    ship: { code: ship.code, name: ship.name, amenities: ship.amenities },
    from,
    to: known(network.ports.get(routeId.slice(6)), sailing.id),
    departsAt: sailing.departsAt,
    arrivesAt: sailing.arrivesAt,
    delayMinutes: sailing.delayMinutes,
    departureDay: sailing.departureDay,
    durationMinutes: Math.round((sailing.arrivesAt.getTime() - sailing.departsAt.getTime()) / 60_000),
    terminal: service.terminal,
    checkInPassengerMinutes: service.checkInPassengerMinutes,
    checkInVehicleMinutes: service.checkInVehicleMinutes,
    tariff: tariffAt(sailing.tariff, { daysAhead, load }),
    fareRules: rulesOf(network, operatorCode, sailing.id, now),
    availability: availabilityOf(stock),
    stock,
  };
}

function rulesOf(
  network: Network,
  operatorCode: string,
  sailingId: string,
  now: Date,
): Record<FareFamily, FamilyRule> {
  const rules = FARE_FAMILIES.map((family) => {
    const { version, conditions, cancellation } = known(
      ruleInForce(network.fareRules, operatorCode, family, now),
      sailingId,
    );
    return [family, { version, conditions, cancellation }] as const;
  });
  return Object.fromEntries(rules) as Record<FareFamily, FamilyRule>;
}

function known<T>(part: T | undefined, sailingId: string): T {
  if (part === undefined) throw new Fault('network-incomplete', { message: `for sailing ${sailingId}` });
  return part;
}
