import type { Journal } from '../../journal';
import type { Company } from './company';
import type { Sailing } from './plan';

/** What a company tells its agencies by webhook. */
export type Happening =
  | { readonly kind: 'availability'; readonly sailingId: string }
  | { readonly kind: 'cancelled'; readonly sailingId: string }
  | { readonly kind: 'ship'; readonly sailingId: string; readonly ship: string }
  | { readonly kind: 'delay'; readonly sailingId: string; readonly minutes: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** What others book lies within so many days. */
const NEAR_DAYS = 120;
/** After a long sleep a company does not live through more than that at once. */
const MOST_MINUTES = 720;
/** Of a hundred happenings, so many are none of the ordinary kind: somebody else has booked. */
const PER_CENT = { price: 8, ship: 1, delay: 3 } as const;

/**
 * Lets a company live up to now: a minute of the sandbox's clock brings `pace` happenings on the average. Which ones is
 * decided by the seed and the minute alone, so that the same season is lived through alike wherever it is rehearsed.
 */
export function live(company: Company, journal: Journal, seed: number, pace: number): Happening[] {
  const minute = Math.floor(company.nowMs() / MINUTE);
  const since = journal.get<number>('lived') ?? minute;
  if (minute !== since || journal.get('lived') === undefined) journal.put([['lived', minute]]);
  const happened: Happening[] = [];
  if (pace === 0) return happened;
  for (let at = Math.max(since, minute - MOST_MINUTES) + 1; at <= minute; at++) {
    const chance = chanceOf(seed, at);
    const count = Math.floor(pace + chance());
    for (let i = 0; i < count; i++) happened.push(...somethingHappens(company, at * MINUTE, chance));
  }
  return happened;
}

function somethingHappens(company: Company, now: number, chance: () => number): Happening[] {
  const within = (days: number) =>
    company.plan.sailings.filter((sailing) => {
      const ahead = Date.parse(sailing.departsAt) - now;
      return ahead > 0 && ahead < days * DAY && !company.changeOf(sailing.id).cancelled;
    });
  const kind = chance() * 100;
  const near = pick(within(NEAR_DAYS), chance);
  if (!near) return [];
  if (kind < PER_CENT.ship) return replaceShip(company, near, chance);
  if (kind < PER_CENT.ship + PER_CENT.price) return movePrice(company, near, chance);
  const today = pick(within(1), chance);
  if (kind < PER_CENT.ship + PER_CENT.price + PER_CENT.delay)
    return today ? delay(company, today, 15 + Math.floor(chance() * 12) * 15) : [];
  return othersBook(company, near, chance);
}

/** One party buys: some people, often a car, often a cabin; or one gives back what others had bought. */
function othersBook(company: Company, sailing: Sailing, chance: () => number): Happening[] {
  const left = company.leftOf(sailing);
  const cabin = pick(sailing.tariff.cabins, chance)?.code;
  const wanted: Record<string, number> = {
    deck: 1 + Math.floor(chance() * 4),
    ...(chance() < 0.6 && { lane: 500 }),
    ...(cabin && chance() < 0.7 && { [cabin]: 1 }),
  };
  const others = company.changeOf(sailing.id).others ?? {};
  const back = chance() < 0.1;
  const moved = Object.entries(wanted).map(([code, quantity]) => {
    const by = back ? -Math.min(quantity, others[code] ?? 0) : Math.min(quantity, left[code] ?? 0);
    return [code, (others[code] ?? 0) + by];
  });
  company.change(sailing.id, { others: { ...others, ...Object.fromEntries(moved) } });
  return [{ kind: 'availability', sailingId: sailing.id }];
}

function movePrice(company: Company, sailing: Sailing, chance: () => number): Happening[] {
  company.change(sailing.id, { percent: Math.round(chance() * 20 - 6) });
  return [{ kind: 'availability', sailingId: sailing.id }];
}

/** Another ship of the company sails instead: her size, but never smaller than what is sold on board. */
function replaceShip(company: Company, sailing: Sailing, chance: () => number): Happening[] {
  const { ships } = company.plan;
  const before = ships.find(({ name }) => name === company.shipOf(sailing));
  const after = pick(
    ships.filter(({ operator, name }) => operator === sailing.operator && name !== before?.name),
    chance,
  );
  return before && after ? sailInstead(company, sailing, after.name) : [];
}

/** Puts a ship of the company in another's place. */
export function sailInstead(company: Company, sailing: Sailing, ship: string): Happening[] {
  const { ships } = company.plan;
  const before = ships.find(({ name }) => name === sailing.ship);
  const after = ships.find(({ name }) => name === ship);
  if (!before || !after) return [];
  const left = company.leftOf(sailing);
  const old = company.changeOf(sailing.id).capacity;
  const capacity = sailing.stock.map(({ code, capacity: planned }) => {
    const share =
      code === 'lane'
        ? after.cars / before.cars
        : code === 'deck'
          ? after.passengers / before.passengers
          : after.cabins / before.cabins;
    const taken = (old?.[code] ?? planned) - (left[code] ?? 0);
    return [code, Math.max(taken, Math.round(planned * share))];
  });
  company.change(sailing.id, { ship, capacity: Object.fromEntries(capacity) });
  return [{ kind: 'ship', sailingId: sailing.id, ship }];
}

/** A sailing leaves later than published. */
export function delay(company: Company, sailing: Sailing, minutes: number): Happening[] {
  company.change(sailing.id, { delayMinutes: minutes });
  return [{ kind: 'delay', sailingId: sailing.id, minutes }];
}

/** A sailing does not take place. */
export function callOff(company: Company, sailing: Sailing): Happening[] {
  company.change(sailing.id, { cancelled: true });
  return [{ kind: 'cancelled', sailingId: sailing.id }];
}

function pick<T>(from: readonly T[], chance: () => number): T | undefined {
  return from[Math.floor(chance() * from.length)];
}

/** A stream of numbers in [0, 1), the same for the same seed and minute (mulberry32). */
function chanceOf(seed: number, minute: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(minute, 0xc2b2ae35);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
