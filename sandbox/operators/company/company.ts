import { randomInt } from 'node:crypto';
import type { Journal } from '../../journal';
import { dayAt } from './local-time';
import type { Plan, Sailing, Tariff } from './plan';
import { type Line, linesOf, needsOf, type Order, sum } from './price';

/** What has become of a sailing since the plan was made. */
export interface Change {
  readonly ship?: string;
  readonly delayMinutes?: number;
  readonly cancelled?: boolean;
  /** Added to fares, vehicles and cabins. */
  readonly percent?: number;
  /** Capacity of stock lines on another ship. */
  readonly capacity?: Readonly<Record<string, number>>;
  /** What others have bought since, by stock line. */
  readonly others?: Readonly<Record<string, number>>;
}

/** An entry in the company's book of orders. */
export interface Entry {
  readonly number: string;
  /** What the agency calls it. */
  readonly key: string;
  readonly order: Order;
  readonly needs: Readonly<Record<string, number>>;
  readonly lines: readonly Line[];
  readonly totalCents: number;
  readonly state: 'held' | 'ticketed' | 'released' | 'expired' | 'cancelled';
  readonly expiresAt: number;
  readonly ticket?: string;
  readonly bookingReference?: string;
  readonly keptCents?: number;
  readonly manifest?: unknown;
}

export type No = 'sold-out' | 'price-changed' | 'gone' | 'unknown' | 'not-sold' | 'refused' | 'ticketed';
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: No; readonly totalCents?: number };

export interface CompanyOptions {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly nowMs: () => number;
  readonly holdMinutes: number;
  /** Sailings for which nothing is sold, as told by whoever tests. */
  readonly refuses: (sailingId: string) => boolean;
}

export type Company = ReturnType<typeof openCompany>;

const HOUR = 3_600_000;
const yes = <T>(value: T): Outcome<T> => ({ ok: true, value });
const no = (why: No, totalCents?: number): Outcome<never> => ({
  ok: false,
  why,
  ...(totalCents !== undefined && { totalCents }),
});

/**
 * A ferry company as it is behind its interface, whatever that speaks: its season, stock, orders and tickets, in a book
 * of its own that outlives kill -9. What it knows, it knows from its plan and from what happened since.
 */
export function openCompany({ plan, journal, nowMs, holdMinutes, refuses }: CompanyOptions) {
  const sailings = new Map(plan.sailings.map((sailing) => [sailing.id, sailing]));
  const changeOf = (id: string): Change => journal.get<Change>(`change_${id}`) ?? {};
  const shipOf = (sailing: Sailing) => changeOf(sailing.id).ship ?? sailing.ship;

  /** Entries as they are now: a hold whose time is over is expired, whether or not anybody noticed. */
  const current = (entry: Entry): Entry =>
    entry.state === 'held' && nowMs() >= entry.expiresAt ? { ...entry, state: 'expired' } : entry;
  const entries = () => journal.list<Entry>('entry_').map(current);
  const entry = (number: string) => {
    const found = journal.get<Entry>(`entry_${number}`);
    return found && current(found);
  };
  const write = (next: Entry): Outcome<Entry> => {
    journal.put([[`entry_${next.number}`, next]]);
    return yes(next);
  };

  const leftOf = (sailing: Sailing): Record<string, number> => {
    const { capacity, others } = changeOf(sailing.id);
    const ours = entries().filter(
      ({ order, state }) => order.sailingId === sailing.id && (state === 'held' || state === 'ticketed'),
    );
    return Object.fromEntries(
      sailing.stock.map(({ code, ...line }) => {
        const taken = line.sold + (others?.[code] ?? 0) + sum(ours.map(({ needs }) => needs[code] ?? 0));
        return [code, Math.max(0, (capacity?.[code] ?? line.capacity) - taken)];
      }),
    );
  };

  const tariffOf = (sailing: Sailing): Tariff => moved(sailing.tariff, changeOf(sailing.id).percent ?? 0);
  const termsOf = ({ operator }: Sailing) => plan.terms.filter((terms) => terms.operator === operator);
  const forSale = (sailing: Sailing) =>
    !changeOf(sailing.id).cancelled && Date.parse(sailing.departsAt) > nowMs();

  /** What is kept of a ticket that would be given back now: nothing where the company itself has called off the sailing. */
  const keptFor = ({ order, totalCents }: Entry): number => {
    const sailing = sailings.get(order.sailingId);
    if (!sailing) return totalCents;
    if (changeOf(sailing.id).cancelled) return 0;
    const hours = (Date.parse(sailing.departsAt) - nowMs()) / HOUR;
    const grid = termsOf(sailing).find(({ family }) => family === order.family)?.cancellation ?? [];
    const percent = hours < 0 ? 100 : (grid.find((step) => hours >= step.hoursBefore)?.keptPercent ?? 100);
    return Math.round((totalCents * percent) / 100);
  };

  return {
    plan,
    keptFor,
    nowMs,
    termsOf,
    sailing: (id: string) => sailings.get(id),
    entries,
    entry,
    changeOf,
    leftOf,
    tariffOf,
    shipOf,
    forSale,
    change: (id: string, change: Change) => journal.put([[`change_${id}`, { ...changeOf(id), ...change }]]),
    keyed: (key: string) => entries().filter((each) => each.key === key),
    ticketed: (ticket: string) => entries().find((each) => each.ticket === ticket),

    /** Departures of a direction, both days included, by the clock of the port of departure. */
    departures: (from: string, to: string, firstDay: string, lastDay: string): Sailing[] =>
      plan.sailings
        .filter((sailing) => sailing.from === from && sailing.to === to)
        .filter((sailing) => {
          const day = dayAt(Date.parse(sailing.departsAt), plan.zones[from] ?? 'UTC');
          return day >= firstDay && day <= lastDay;
        })
        .sort((a, b) => a.departsAt.localeCompare(b.departsAt)),

    /** Keeps places; always a new entry: whether the same was asked for before is the interface's affair. */
    hold(key: string, order: Order, expectedCents?: number): Outcome<Entry> {
      const sailing = sailings.get(order.sailingId);
      if (!sailing) return no('unknown');
      if (!forSale(sailing)) return no('gone');
      if (refuses(sailing.id)) return no('refused');
      const lines = linesOf(tariffOf(sailing), order);
      if (!lines) return no('not-sold');
      const needs = needsOf(order);
      const left = leftOf(sailing);
      if (Object.entries(needs).some(([code, quantity]) => (left[code] ?? 0) < quantity))
        return no('sold-out');
      const totalCents = sum(lines.map((line) => line.totalCents));
      if (expectedCents !== undefined && expectedCents !== totalCents) return no('price-changed', totalCents);
      const number = String(randomInt(10 ** 9, 10 ** 10));
      const expiresAt = nowMs() + holdMinutes * 60_000;
      return write({ number, key, order, needs, lines, totalCents, state: 'held', expiresAt });
    },

    /** A ticket of a hold; the one that it has already. */
    confirm(number: string, bookingReference: string): Outcome<Entry> {
      const held = entry(number);
      if (!held) return no('unknown');
      if (held.state === 'ticketed') return yes(held);
      if (held.state !== 'held') return no('gone');
      if (refuses(held.order.sailingId)) return no('refused');
      return write({
        ...held,
        state: 'ticketed',
        ticket: `${randomInt(10 ** 11, 10 ** 12)}`,
        bookingReference,
      });
    },

    release(number: string): Outcome<Entry> {
      const held = entry(number);
      if (!held) return no('unknown');
      if (held.state === 'ticketed') return no('ticketed');
      return held.state === 'held' ? write({ ...held, state: 'released' }) : yes(held);
    },

    /** Gives a ticket back by the terms of its family; says the same when asked again. */
    cancel(ticket: string): Outcome<Entry> {
      const sold = entries().find((each) => each.ticket === ticket);
      if (!sold) return no('unknown');
      if (sold.state === 'cancelled') return yes(sold);
      return write({ ...sold, state: 'cancelled', keptCents: keptFor(sold) });
    },

    takeManifest(ticket: string, manifest: unknown): Outcome<Entry> {
      const sold = entries().find((each) => each.ticket === ticket);
      if (!sold) return no('unknown');
      if (sold.state !== 'ticketed') return no('gone');
      return write({ ...sold, manifest });
    },
  };
}

/** Today's prices: fares, vehicles and cabins move together, to half a euro. */
function moved(tariff: Tariff, percent: number): Tariff {
  if (percent === 0) return tariff;
  const move = (cents: number) => Math.round((cents * (100 + percent)) / 100 / 50) * 50;
  const base = Object.entries(tariff.vehicle.base).map(([kind, cents]) => [kind, move(cents)]);
  return {
    ...tariff,
    adultCents: move(tariff.adultCents),
    vehicle: { ...tariff.vehicle, base: Object.fromEntries(base) },
    cabins: tariff.cabins.map((cabin) => ({ ...cabin, priceCents: move(cabin.priceCents) })),
  };
}
