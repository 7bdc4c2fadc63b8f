import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { counted } from '../codes';
import type { Happening } from '../company/chance';
import type { Company, Entry, No, Outcome } from '../company/company';
import type { Order } from '../company/price';
import type { Asked, Front } from '../company/serve';
import type { Answer } from '../faults';
import { CARGO, cabinCode, crossing, FARES, MENUS, offer, PORTS, reservation, VEHICLES } from './words';

const PAGE_SIZE = 6;
const TOKEN_SECONDS = 300;

const reservationInput = z.strictObject({
  crossing: z.string(),
  fare: z.string(),
  persons: z.array(z.enum(['adult', 'child', 'infant'])),
  vehicles: z.array(
    z.strictObject({
      kind: z.string(),
      'length-mm': z.number().int(),
      'height-mm': z.number().int(),
      cargo: z.array(z.string()),
    }),
  ),
  pets: z.number().int().min(0),
  rooms: z.array(
    z.strictObject({
      room: z.strictObject({ view: z.string(), berths: z.number().int(), pets: z.boolean() }),
      count: z.number().int().min(1),
    }),
  ),
  'lounge-seats': z.number().int().min(0),
  menus: z.array(z.strictObject({ menu: z.string(), count: z.number().int().min(1) })),
});
const manifestInput = z.strictObject({
  persons: z
    .array(
      z.strictObject({
        age: z.enum(['adult', 'child', 'infant']),
        'family-name': z.string().min(1),
        'given-names': z.string().min(1),
        sex: z.enum(['female', 'male', 'unspecified']),
        born: z.number().int(),
        citizenship: z.string().length(2),
        paper: z
          .strictObject({
            kind: z.enum(['passport', 'identity-card', 'residence-permit']),
            number: z.string(),
            until: z.number().int(),
          })
          .optional(),
        care: z.string().optional(),
        'call-in-emergency': z.string().optional(),
      }),
    )
    .min(1),
  plates: z.array(z.string()),
});

/** application/problem+json, by its type. */
const problem = (status: number, kind: string, more: object = {}): Answer => ({
  status,
  body: { type: `urn:corsica-linea:problem:${kind}`, title: kind, status, ...more },
});

const PROBLEMS: Readonly<Record<No, readonly [status: number, kind: string]>> = {
  'sold-out': [409, 'insufficient-capacity'],
  'price-changed': [412, 'price-mismatch'],
  gone: [410, 'lapsed'],
  unknown: [404, 'unknown'],
  'not-sold': [422, 'not-on-sale'],
  refused: [403, 'not-bookable'],
  ticketed: [409, 'already-issued'],
};

function reply<T>(outcome: Outcome<T>, done: (value: T) => Answer): Answer {
  if (outcome.ok) return done(outcome.value);
  const [status, kind] = PROBLEMS[outcome.why];
  return problem(
    status,
    kind,
    outcome.totalCents === undefined ? {} : { price: { minor: outcome.totalCents, currency: 'EUR' } },
  );
}

/** Corsica Linea's interface, as lib/operators/corsica-linea/README.md assumes it. */
export function corsicaLineaFront(keys: {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string;
}): Front {
  const tokens = new Map<string, number>();
  const basic = `Basic ${Buffer.from(`${keys.clientId}:${keys.clientSecret}`).toString('base64')}`;

  function token({ headers, text }: Asked, now: number): Answer {
    if (headers.authorization !== basic) return { status: 401, body: { error: 'invalid_client' } };
    if (new URLSearchParams(text).get('grant_type') !== 'client_credentials')
      return { status: 400, body: { error: 'unsupported_grant_type' } };
    const value = randomBytes(24).toString('base64url');
    tokens.set(value, now + TOKEN_SECONDS * 1000);
    return { status: 200, body: { access_token: value, token_type: 'Bearer', expires_in: TOKEN_SECONDS } };
  }

  return {
    name: 'corsica-linea',
    holdMinutes: 45,
    listings: ['data'],
    answer(asked, company) {
      const now = company.nowMs();
      const { method, path, headers } = asked;
      if (path[0] === 'oauth2') return token(asked, now);
      const bearer = (headers.authorization ?? '').replace(/^Bearer /, '');
      if (now >= (tokens.get(bearer) ?? 0)) return problem(401, 'token-expired');
      const [kind, id = '', action] = path;
      const one = (entry: Entry, status = 200): Answer => ({
        status,
        body: { data: reservation(entry, company.nowMs()) },
      });
      const [standing] = kind === 'reservations' ? company.keyed(id) : [];
      switch (`${method} ${[kind, id && ':id', action].filter(Boolean).join('/')}`) {
        case 'GET crossings':
          return list(asked, company, (all) => all.map((each) => crossing(company, each)));
        case 'GET offers':
          return list(asked, company, (all) =>
            all.filter(company.forSale).map((each) => offer(company, each)),
          );
        case 'PUT reservations/:id':
          return standing ? one(standing) : reserve(id, asked, company, one);
        case 'GET reservations/:id':
          return standing ? one(standing) : problem(404, 'unknown');
        case 'DELETE reservations/:id':
          return standing
            ? reply(company.release(standing.number), () => ({ status: 204 }))
            : problem(404, 'unknown');
        case 'POST reservations/:id/issue': {
          if (!standing) return problem(404, 'unknown');
          const { 'partner-reference': partner } = (asked.json ?? {}) as { 'partner-reference'?: string };
          return reply(company.confirm(standing.number, partner ?? ''), (entry) => one(entry));
        }
        case 'DELETE tickets/:id':
          return reply(company.cancel(id.slice(2)), ({ keptCents = 0, totalCents }) => ({
            status: 200,
            body: {
              data: {
                type: 'cancellation',
                id,
                attributes: {
                  retained: { minor: keptCents, currency: 'EUR' },
                  refunded: { minor: totalCents - keptCents, currency: 'EUR' },
                },
              },
            },
          }));
        case 'PUT tickets/:id/manifest': {
          const input = manifestInput.safeParse(asked.json);
          if (!input.success) return problem(422, 'invalid', { detail: z.prettifyError(input.error) });
          return reply(company.takeManifest(id.slice(2), input.data), () => ({ status: 204 }));
        }
        default:
          return problem(404, 'unknown');
      }
    },
    /** Standard Webhooks: id, moment and body are signed together. */
    webhook(happening, id, { nowMs }) {
      const body = JSON.stringify({ changes: [change(happening)] });
      const at = Math.floor(nowMs() / 1000);
      const mac = createHmac('sha256', keys.webhookSecret).update(`${id}.${at}.${body}`).digest('base64');
      return {
        headers: { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${mac}` },
        body,
      };
    },
  };
}

/** A page, and the address of the next as a link. */
function list(
  { query, path }: Asked,
  company: Company,
  tell: (sailings: ReturnType<Company['departures']>) => unknown[],
): Answer {
  const from = PORTS.plan(query.get('filter[from]') ?? '');
  const to = PORTS.plan(query.get('filter[to]') ?? '');
  if (!from || !to) return problem(422, 'unknown-port');
  const all = tell(
    company.departures(from, to, query.get('filter[since]') ?? '', query.get('filter[until]') ?? ''),
  );
  const offset = Number(query.get('page[offset]') ?? 0);
  const next = new URLSearchParams(query);
  next.set('page[offset]', String(offset + PAGE_SIZE));
  const more = offset + PAGE_SIZE < all.length;
  return {
    status: 200,
    body: {
      data: all.slice(offset, offset + PAGE_SIZE),
      links: { next: more ? `/${path.join('/')}?${next}` : null },
    },
  };
}

function reserve(
  id: string,
  { json, headers }: Asked,
  company: Company,
  one: (entry: Entry, status: number) => Answer,
): Answer {
  const input = reservationInput.safeParse(json);
  if (!input.success) return problem(422, 'invalid', { detail: z.prettifyError(input.error) });
  const order = orderOf(input.data);
  if (!order) return problem(422, 'not-on-sale');
  const expected = headers['if-price'];
  return reply(company.hold(id, order, expected === undefined ? undefined : Number(expected)), (entry) =>
    one(entry, 201),
  );
}

function orderOf(input: z.infer<typeof reservationInput>): Order | null {
  const family = FARES.plan(input.fare);
  const rooms = counted(
    input.rooms.map(({ room, count }) => ({ code: cabinCode(room) ?? '', quantity: count })),
    (code) => code || undefined,
  );
  const meals = counted(
    input.menus.map(({ menu, count }) => ({ code: menu, quantity: count })),
    MENUS.plan,
  );
  if (!family || !rooms || !meals) return null;
  const count = (age: string) => input.persons.filter((each) => each === age).length;
  return {
    sailingId: input.crossing,
    family,
    passengers: { adult: count('adult'), child: count('child'), infant: count('infant') },
    vehicles: input.vehicles.map((vehicle) => ({
      kind: VEHICLES.plan(vehicle.kind) ?? vehicle.kind,
      lengthCm: vehicle['length-mm'] / 10,
      heightCm: vehicle['height-mm'] / 10,
      accessories: vehicle.cargo.map((place) => CARGO.plan(place) ?? place),
    })),
    pets: input.pets,
    cabins: rooms,
    seats: input['lounge-seats'] > 0 ? { 'seat-recliner': input['lounge-seats'] } : {},
    meals,
  };
}

function change(happening: Happening): object {
  const crossingId = happening.sailingId;
  switch (happening.kind) {
    case 'delay':
      return { crossing: crossingId, what: 'late', seconds: happening.minutes * 60 };
    case 'ship':
      return { crossing: crossingId, what: 'vessel', vessel: happening.ship };
    case 'cancelled':
      return { crossing: crossingId, what: 'cancelled' };
    case 'availability':
      return { crossing: crossingId, what: 'capacity' };
  }
}
