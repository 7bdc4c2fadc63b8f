import type postgres from 'postgres';
import { call } from '../api/client';

export const LINE = 'FRMRS-FRBIA';

/** A sailing with one cabin for people, of a type that is told, and plenty of places. */
export interface OneCabin {
  readonly sailing: string;
  readonly cabin: string;
  readonly day: string;
  /** Its results for so many adults. */
  search(adults: number): string;
}

/** Makes one, so many days ahead or later: nobody else's test has that day. */
export async function oneCabin(sql: postgres.Sql, daysAhead: number): Promise<OneCabin> {
  const [row] = await sql<{ sailing: string; cabin: string; day: string }[]>`
    select s.id as sailing, c.code as cabin, s.departure_day::text as day
    from sailings s join stock_lines d on d.id = s.id || ':deck'
      join stock_lines c on c.sailing_id = s.id and c.kind = 'cabin' and c.code <> 'pet-2'
    where s.route_id = ${LINE} and s.status = 'scheduled' and d.capacity - d.sold - d.held > 60
      and s.departs_at > now() + make_interval(days => ${daysAhead}) order by s.departs_at, c.code limit 1`;
  if (!row) throw new Error('nothing sails');
  await sql`update stock_lines set capacity = held + sold + case when code = ${row.cabin} then 1 else 0 end
    where sailing_id = ${row.sailing} and kind = 'cabin'`;
  return { ...row, search: (adults) => `/fr/search/${LINE}/${row.day}/one-way/${adults}-0-0-0.none` };
}

export const LINE_OF_CTN = 'FRMRS-TNLGN';

/** A sailing of CTN that many days ahead or later, as the operator knows it; null until it is known there. */
export async function sailingAtOperator(sql: postgres.Sql, daysAhead: number) {
  const [row] = await sql<{ sailing: string; sailingRef: string; day: string; left: number }[]>`
    select s.id as sailing, u.sailing_ref as "sailingRef", s.departure_day::text as day,
      d.capacity - d.sold - d.held as left
    from sailings s join stock_lines d on d.id = s.id || ':deck' join supplied_sailings u on u.sailing_id = s.id
    where s.route_id = ${LINE_OF_CTN} and s.operator_code = 'ctn' and s.status = 'scheduled'
      and s.departs_at > now() + make_interval(days => ${daysAhead}) order by s.departs_at limit 1`;
  return row ?? null;
}

/** Takes it by the API; answers the hold's id. */
export async function takeCabin(base: string, { sailing, cabin }: OneCabin): Promise<string> {
  return placeHold(base, { sailingId: sailing, cabins: [{ code: cabin, quantity: 1 }] }, 1);
}

/** Takes places for so many adults. */
export async function takePlaces(
  base: string,
  { sailing }: Pick<OneCabin, 'sailing'>,
  adults: number,
): Promise<string> {
  return placeHold(base, { sailingId: sailing, cabins: [] }, adults);
}

export async function giveBack(base: string, hold: string): Promise<void> {
  const { status } = await call('DELETE', `/api/v1/holds/${hold}`, { base });
  if (status !== 204) throw new Error(`the hold was not released: ${status}`);
}

async function placeHold(base: string, leg: object, adults: number): Promise<string> {
  const { status, body } = await call<{ id: string }>('POST', '/api/v1/holds', {
    base,
    body: {
      legs: [{ fareFamily: 'basic', meals: [], ...leg }],
      passengers: Array.from({ length: adults }, () => ({ type: 'adult' })),
      vehicles: [],
    },
  });
  if (status !== 201) throw new Error(`the hold was refused: ${status} ${JSON.stringify(body)}`);
  return body.id;
}
