import { STANDARD_PLACE_CM } from '@/lib/pricing/vehicle-rules';
import type { AvailabilityState, Left, SailingAvailability, StockKind } from './types';

/** One stock line as availability needs it. `passengers` in persons, `vehicles` in lane centimetres. */
export interface StockRow {
  readonly id: string;
  readonly kind: StockKind;
  readonly code: string;
  readonly capacity: number;
  readonly held: number;
  readonly sold: number;
  readonly berths: number | null;
}

/** At or below these, a thing is said to be limited. */
export const LIMITED = {
  passengers: 20,
  passengersShare: 0.05,
  vehiclePlaces: 10,
  cabins: 5,
  seats: 10,
} as const;

/** What is left of a stock line; never negative. */
export function leftOf(row: Pick<StockRow, 'capacity' | 'held' | 'sold'>): number {
  return Math.max(0, row.capacity - row.held - row.sold);
}

/** Availability of one sailing from its stock lines. A kind without a line is full: nothing of it is sold there. */
export function availabilityOf(stock: readonly StockRow[]): SailingAvailability {
  const deck = stock.find((row) => row.kind === 'passengers');
  const lane = stock.find((row) => row.kind === 'vehicles');
  const persons = deck ? leftOf(deck) : 0;
  const laneCm = lane ? leftOf(lane) : 0;
  const few = Math.max(LIMITED.passengers, (deck?.capacity ?? 0) * LIMITED.passengersShare);
  return {
    passengers: stated(persons, few),
    vehicles: { ...stated(Math.floor(laneCm / STANDARD_PLACE_CM), LIMITED.vehiclePlaces), laneCm },
    cabins: stock
      .filter((row) => row.kind === 'cabin')
      .map((row) => ({ ...stated(leftOf(row), LIMITED.cabins), code: row.code, berths: row.berths ?? 0 })),
    seats: stock
      .filter((row) => row.kind === 'seat')
      .map((row) => ({ ...stated(leftOf(row), LIMITED.seats), code: row.code })),
  };
}

function stated(left: number, few: number): Left {
  return { state: stateOf(left, few), left };
}

function stateOf(left: number, few: number): AvailabilityState {
  if (left <= 0) return 'full';
  return left <= few ? 'limited' : 'available';
}
