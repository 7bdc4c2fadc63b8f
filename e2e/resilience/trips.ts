import { bookingBody, call, uniqueName } from '../api/client';
import type { BreakableHouse } from './house';

/** What of a house a trip needs. */
type WalkedHouse = Pick<BreakableHouse, 'url' | 'sql'>;

/** A booking that waits for its money, with its checkout page open. */
export interface Trip {
  readonly reference: string;
  readonly accessToken: string;
  readonly email: string;
  readonly holdId: string;
  readonly totalCents: number;
  readonly session: string;
  readonly sailings: readonly string[];
  /** What the stock lines of its sailings counted before it. */
  readonly stockBefore: ReadonlyMap<string, { held: number; sold: number }>;
}

export interface TripOptions {
  readonly legs?: 1 | 2;
  /** Instead of sailings that nobody has touched. */
  readonly sailings?: readonly string[];
  /** Family name of the traveller; the same name is the same party. */
  readonly name?: string;
}

const touched = new Set<string>();

/** `count` sailings far ahead that no other test of this worker has touched. */
async function freshSailings({ sql }: WalkedHouse, count: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select s.id from sailings s join stock_lines d on d.id = s.id || ':deck'
    where s.departs_at > now() + interval '60 days' and s.status = 'scheduled'
      and d.capacity - d.sold - d.held > 20 and s.id <> all(${[...touched]})
    order by s.departs_at, s.id limit ${count}`;
  if (rows.length < count) throw new Error('too few sailings are left');
  return rows.map((row) => claim(row.id));
}

/** A sailing and one that comes back some days later. */
async function freshReturn({ sql }: WalkedHouse): Promise<string[]> {
  const [pair] = await sql<{ out: string; back: string }[]>`
    select a.id as out, b.id as back
    from sailings a join routes r on r.id = a.route_id
    join routes q on q.from_port = r.to_port and q.to_port = r.from_port
    join sailings b on b.route_id = q.id
    join stock_lines d on d.id = a.id || ':deck' join stock_lines e on e.id = b.id || ':deck'
    where a.departs_at > now() + interval '60 days' and a.status = 'scheduled' and b.status = 'scheduled'
      and b.departs_at between a.arrives_at + interval '2 days' and a.arrives_at + interval '20 days'
      and d.capacity - d.sold - d.held > 20 and e.capacity - e.sold - e.held > 20
      and a.id <> all(${[...touched]}) and b.id <> all(${[...touched]})
    order by a.departs_at, a.id, b.departs_at limit 1`;
  if (!pair) throw new Error('no return crossing is left');
  return [claim(pair.out), claim(pair.back)];
}

/** A sailing and one that comes back, each with others on its line within two days that have room. */
export async function returnAmongOthers({ sql }: BreakableHouse): Promise<string[]> {
  const [pair] = await sql<{ out: string; back: string }[]>`
    with open as (
      select s.* from sailings s join stock_lines d on d.id = s.id || ':deck'
      where s.departs_at > now() + interval '60 days' and s.status = 'scheduled'
        and d.capacity - d.sold - d.held > 20),
    among as (
      select a.* from open a where a.id <> all(${[...touched]}) and (
        select count(*) from open o where o.route_id = a.route_id and o.id <> a.id
          and o.departs_at between a.departs_at - interval '2 days' and a.departs_at + interval '2 days') >= 2)
    select a.id as out, b.id as back
    from among a join routes r on r.id = a.route_id
    join routes q on q.from_port = r.to_port and q.to_port = r.from_port
    join among b on b.route_id = q.id
      and b.departs_at between a.arrives_at + interval '7 days' and a.arrives_at + interval '20 days'
    order by a.departs_at, a.id, b.departs_at limit 1`;
  if (!pair) throw new Error('no return crossing among others is left');
  return [claim(pair.out), claim(pair.back)];
}

function claim(sailingId: string): string {
  touched.add(sailingId);
  return sailingId;
}

/** Places held on sailings of their own and a booking made of them, through the API; nothing is paid. */
export async function bookTrip(
  house: WalkedHouse,
  options: TripOptions = {},
): Promise<Omit<Trip, 'session'>> {
  const base = house.url;
  const chosen =
    options.sailings ?? (options.legs === 2 ? await freshReturn(house) : await freshSailings(house, 1));
  const stockBefore = await stockOf(house, chosen);
  const held = await call<{ id: string }>('POST', '/api/v1/holds', {
    base,
    body: {
      legs: chosen.map((sailingId) => ({ sailingId, fareFamily: 'standard', cabins: [], meals: [] })),
      passengers: [{ type: 'adult' }],
      vehicles: [],
    },
  });
  if (held.status !== 201) throw new Error(`hold: ${held.status} ${JSON.stringify(held.body)}`);
  const body = bookingBody(held.body.id, 1, options.name ?? uniqueName());
  const placed = await call<{ reference: string; accessToken: string; total: { amount: number } }>(
    'POST',
    '/api/v1/bookings',
    { base, body },
  );
  if (placed.status !== 201) throw new Error(`booking: ${placed.status} ${JSON.stringify(placed.body)}`);
  const { reference, accessToken, total } = placed.body;
  return {
    reference,
    accessToken,
    email: body.contact.email,
    holdId: held.body.id,
    totalCents: total.amount,
    sailings: chosen,
    stockBefore,
  };
}

async function stockOf({ sql }: WalkedHouse, sailings: readonly string[]) {
  const lines = await sql<{ id: string; held: number; sold: number }[]>`
    select id, held, sold from stock_lines where sailing_id = any(${[...sailings]})`;
  return new Map(lines.map(({ id, held, sold }) => [id, { held, sold }]));
}

/** Opens the checkout page of a booking and gives the id of its session. */
export async function openCheckout(
  house: WalkedHouse,
  trip: Pick<Trip, 'reference' | 'accessToken'>,
): Promise<string> {
  const { status, body } = await startPayment(house, trip);
  if (status !== 201) throw new Error(`payment: ${status} ${JSON.stringify(body)}`);
  return sessionOf(body.checkoutUrl as string);
}

export const startPayment = (house: WalkedHouse, trip: Pick<Trip, 'reference' | 'accessToken'>) =>
  call<{ checkoutUrl?: string; code?: string }>('POST', `/api/v1/bookings/${trip.reference}/payments`, {
    base: house.url,
    token: trip.accessToken,
  });

export const sessionOf = (checkoutUrl: string): string => checkoutUrl.split('/').at(-1) ?? '';

/** A booking with its checkout page open. */
export async function toBePaid(house: WalkedHouse, options: TripOptions = {}): Promise<Trip> {
  const trip = await bookTrip(house, options);
  return { ...trip, session: await openCheckout(house, trip) };
}

/** What the API says of a booking's state. */
export async function statusOf(
  house: WalkedHouse,
  trip: Pick<Trip, 'reference' | 'accessToken'>,
): Promise<string> {
  const reply = await call<{ status: string }>('GET', `/api/v1/bookings/${trip.reference}/status`, {
    base: house.url,
    token: trip.accessToken,
  });
  return reply.body.status;
}
