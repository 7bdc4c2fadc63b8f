import { addDays } from '@/lib/kernel/dates';
import type { Direction } from '@/lib/supply/sync-direction';
import type { RehearsedOperator } from '@/lib/supply/testing/rehearsed-operator';
import type { KnownSailing } from '@/lib/supply/types';
import { median } from '../requests';

const TURNS = 7;
/** One sailing of so many changes: a hundredth. */
const EVERY = 100;

export interface Looks {
  readonly sailings: number;
  readonly same: { readonly ms: number; readonly rows: number };
  readonly changed: {
    readonly ms: number;
    readonly sailings: number;
    /** Rows that differ, as the bench has changed them. */
    readonly needed: number;
    readonly rows: number;
    readonly announced: number;
  };
  /** Milliseconds of the comparison without a database. */
  readonly rules: number;
  /** Milliseconds of reading all that is compared, as the look reads it. */
  readonly reading: number;
}

/** Operators that tell the seed's season, all of it, looked at again and again. Each answers at once: their time is theirs. */
export async function lookAtAll(): Promise<Looks> {
  const [
    { sql },
    { readNetwork },
    repository,
    { syncDirection },
    { rehearsedOperator },
    { compare },
    { systemContext },
  ] = await Promise.all([
    import('@/db/client'),
    import('@/lib/network/queries'),
    import('@/lib/supply/repository'),
    import('@/lib/supply/sync-direction'),
    import('@/lib/supply/testing/rehearsed-operator'),
    import('@/lib/supply/compare-rules'),
    import('@/lib/platform/context'),
  ]);
  const ctx = systemContext('bench');
  const network = await readNetwork();
  const today = ctx.now.toISOString().slice(0, 10);
  const asked: { operator: RehearsedOperator; direction: Direction; known: KnownSailing[] }[] = [];
  for (const code of network.operators.keys()) {
    for (const { routeId, lastDay } of await repository.directionsOf([code], ctx.now)) {
      const direction = { routeId, from: addDays(today, -1), to: addDays(lastDay, 31), isWhole: true };
      const known = await repository.knownSailings(
        { supplier: code, companies: [code], ...direction },
        ctx.now,
      );
      const operator = rehearsedOperator(code, known, (ship) => network.ships.get(ship)?.name ?? ship);
      asked.push({ operator, direction, known });
    }
  }
  const look = async () => {
    const begun = performance.now();
    let rows = 0;
    for (const { operator, direction } of asked) rows += (await syncDirection(ctx, operator, direction)).rows;
    return { ms: performance.now() - begun, rows };
  };
  const announced = async () => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from outbox where name = 'inventory/sailing.changed'`;
    return row?.count ?? 0;
  };
  // The first look learns the operators' names of all sailings.
  await look();

  const same = [];
  const reading: number[] = [];
  const rules: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    same.push(await look());
    let begun = performance.now();
    for (const { operator, direction } of asked)
      await repository.knownSailings(
        { supplier: operator.port.code, companies: operator.companies, ...direction },
        ctx.now,
      );
    reading.push(performance.now() - begun);
    begun = performance.now();
    for (const { operator, known } of asked)
      compare({
        known,
        timetable: [...operator.timetable.values()],
        offers: [...operator.offers.values()],
        ships: [...network.ships.values()],
        timeZone: 'Europe/Paris',
        now: ctx.now,
        isWhole: true,
      });
    rules.push(performance.now() - begun);
  }

  const changes = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const before = await announced();
    const { sailings, needed } = change(asked, turn);
    const seen = await look();
    changes.push({ ...seen, sailings, needed, announced: (await announced()) - before });
  }
  const odd = changes.find(
    ({ rows, needed, announced, sailings }) => rows !== needed || announced !== sailings,
  );
  if (odd) throw new Error(`not what was changed is written: ${JSON.stringify(odd)}`);
  const [first] = changes;
  if (!first) throw new Error('nothing was looked at');
  return {
    sailings: asked.reduce((sum, { known }) => sum + known.length, 0),
    same: { ms: median(same.map(({ ms }) => ms)), rows: Math.max(...same.map(({ rows }) => rows)) },
    changed: { ...first, ms: median(changes.map(({ ms }) => ms)) },
    rules: median(rules),
    reading: median(reading),
  };
}

/** Others buy on a hundredth of the sailings; every second of those has another price too. */
function change(asked: readonly { operator: RehearsedOperator }[], turn: number) {
  let sailings = 0;
  let needed = 0;
  const all = asked.flatMap(({ operator }) =>
    [...operator.offers].map(([id, offer]) => ({ operator, id, offer })),
  );
  for (let index = turn; index < all.length; index += EVERY) {
    const { operator, id, offer } = all[index] as (typeof all)[number];
    const isDearer = sailings % 2 === 0;
    // Below what is held and sold nothing is written: all of these have room.
    const passengersLeft = offer.passengersLeft > 100 ? offer.passengersLeft - 2 : offer.passengersLeft + 2;
    operator.offers.set(id, {
      ...offer,
      passengersLeft,
      ...(isDearer && { petCents: offer.petCents + 100 }),
    });
    sailings++;
    needed += isDearer ? 2 : 1;
  }
  return { sailings, needed };
}
