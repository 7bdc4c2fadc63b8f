import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { availabilityOf, type StockRow } from './availability-rules';
import type { Left } from './types';

/** As much lane as any party of a search may need: two lorries or caravans of the usual size, and some. */
const ROOM_THAT_MATTERS_CM = 2500;

/** What everybody can see of a sailing's stock, in two parts; each stays the same while no page would change by it. */
export interface Look {
  /** The badges of the list: figures where little is left, else a word. */
  readonly badges: string;
  /** Which parties still find room: it decides what a strip or a calendar shows of the day. */
  readonly room: string;
}

/** The look of a sailing from its stock lines. */
export function lookOf(stock: readonly StockRow[]): Look {
  const { passengers, vehicles, cabins } = availabilityOf(stock);
  const cabinsLeft = cabins.reduce((sum, cabin) => sum + cabin.left, 0);
  const manyCabins = cabins.some((cabin) => cabin.state === 'available');
  return {
    badges: [word(passengers), word(vehicles), manyCabins ? '+' : String(cabinsLeft)].join(' '),
    room: [
      Math.min(passengers.left, PARTY_LIMITS.passengers),
      Math.min(vehicles.laneCm, ROOM_THAT_MATTERS_CM),
    ].join(' '),
  };
}

function word({ state, left }: Left): string {
  return state === 'available' ? '+' : String(left);
}
