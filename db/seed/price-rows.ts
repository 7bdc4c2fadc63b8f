import { daysBetween, type LocalDate } from '@/lib/kernel/dates';
import type { Tariff } from '@/lib/pricing/types';
import { nextMove, unitPrices } from '@/lib/sailings/price-row-rules';
import { zoneOf } from './ports';
import type { SeedStock } from './stock';

/** One row of the read model as it is written; columns as in `sailing_prices`. */
export interface SeedPrice {
  readonly sailing_id: string;
  readonly percent: number;
  readonly adult_cents: number;
  readonly child_cents: number;
  readonly infant_cents: number;
  readonly pet_cents: number;
  readonly vehicle_cents: readonly number[];
  readonly moves_at: Date | null;
}

/** A sailing as far as its price goes. */
interface Published {
  readonly id: string;
  readonly route_id: string;
  readonly departure_day: LocalDate;
  readonly tariff: Tariff;
}

/** Unit prices of new sailings as they stand on `today`. */
export function pricesOf(
  rows: readonly Published[],
  stock: readonly SeedStock[],
  today: LocalDate,
): SeedPrice[] {
  const decks = new Map(stock.filter((line) => line.code === 'deck').map((line) => [line.sailing_id, line]));
  return rows.map(({ id, route_id, departure_day, tariff }) => {
    const deck = decks.get(id);
    const daysAhead = daysBetween(today, departure_day);
    const prices = unitPrices(tariff, { daysAhead, load: deck ? deck.sold / deck.capacity : 0 });
    return {
      sailing_id: id,
      percent: prices.percent,
      adult_cents: prices.adultCents,
      child_cents: prices.childCents,
      infant_cents: prices.infantCents,
      pet_cents: prices.petCents,
      vehicle_cents: prices.vehicleCents,
      moves_at: nextMove(departure_day, daysAhead, zoneOf(route_id.slice(0, 5))),
    };
  });
}
