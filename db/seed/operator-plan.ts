import { createHash } from 'node:crypto';
import type { LocalDate } from '@/lib/kernel/dates';
import { FARE_RULES } from './fare-rules';
import { PORTS } from './ports';
import { publishedTariff } from './prices';
import { SHIPS } from './ships';
import { stockOf } from './stock';
import { planTimetable } from './timetable';

/**
 * What one house sells for some companies, or for itself, on the days from `from` up to the day before `until`, as of
 * `from`: the same season, prices, stock and terms that the database is filled with. Those that are rehearsed with open
 * with it.
 */
export function operatorPlan(
  operatorCodes: readonly string[],
  seed: number,
  from: LocalDate,
  until: LocalDate,
) {
  const sold = (operatorCode: string) => operatorCodes.includes(operatorCode);
  const sailings = planTimetable(from, until).filter(({ ship }) => sold(ship.operatorCode));
  return {
    zones: Object.fromEntries(PORTS.map(({ code, timeZone }) => [code, timeZone])),
    ships: SHIPS.filter((ship) => sold(ship.operatorCode)).map(
      ({ operatorCode: operator, name, passengers, cars, cabins }) => ({
        operator,
        name,
        passengers,
        cars,
        cabins,
      }),
    ),
    terms: FARE_RULES.filter((rule) => sold(rule.operator_code) && rule.booked_until === null).map(
      ({ operator_code: operator, family, conditions, cancellation }) => ({
        operator,
        family,
        changeFeeCents: conditions.changeFeeCents,
        cancellation,
      }),
    ),
    sailings: sailings.map((sailing) => ({
      id: ownNumber(sailing.id),
      operator: sailing.ship.operatorCode,
      from: sailing.direction.from,
      to: sailing.direction.to,
      ship: sailing.ship.name,
      departsAt: sailing.departsAt.toISOString(),
      arrivesAt: sailing.arrivesAt.toISOString(),
      tariff: publishedTariff(seed, sailing, from),
      stock: stockOf(seed, sailing, from).map(({ code, capacity, sold }) => ({ code, capacity, sold })),
    })),
  };
}

/** A company has its own numbers for its sailings: whoever takes ours for theirs shall be found out. */
function ownNumber(id: string): string {
  return String(Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 10), 16));
}
