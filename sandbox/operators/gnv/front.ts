import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { counted } from '../codes';
import type { Happening } from '../company/chance';
import type { Company, No, Outcome } from '../company/company';
import type { Order } from '../company/price';
import type { Asked, Front } from '../company/serve';
import type { Answer } from '../faults';
import { availability, BEDS, departure, EXTRAS, MEALS, option, PORTS, RATES, VEHICLES } from './words';

const PAGE_SIZE = 10;

const quantity = z.object({ code: z.string(), quantity: z.number().int().min(1) });
const optionInput = z.strictObject({
  departureId: z.string(),
  rateCode: z.string(),
  passengers: z.array(z.strictObject({ type: z.enum(['ADT', 'CHD', 'INF']) })),
  vehicles: z.array(
    z.strictObject({
      category: z.string(),
      lengthCm: z.number().int(),
      heightCm: z.number().int(),
      extras: z.array(z.string()),
    }),
  ),
  pets: z.number().int().min(0),
  accommodations: z.array(quantity),
  catering: z.array(quantity),
  expectedTotal: z.number().optional(),
});
const passengersInput = z.strictObject({
  passengers: z
    .array(
      z.strictObject({
        type: z.enum(['ADT', 'CHD', 'INF']),
        lastName: z.string().min(1),
        firstName: z.string().min(1),
        gender: z.enum(['F', 'M', 'X']),
        birthDate: z.iso.date(),
        nationality: z.string().length(2),
        document: z
          .strictObject({ type: z.enum(['PP', 'ID', 'RP']), number: z.string(), expiry: z.iso.date() })
          .optional(),
        assistance: z.string().optional(),
        emergencyPhone: z.string().optional(),
      }),
    )
    .min(1),
  plates: z.array(z.string()),
});

const error = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { errors: [{ code, message: code.toLowerCase().replaceAll('_', ' '), ...more }] },
});

const REFUSALS: Readonly<Record<No, readonly [status: number, code: string]>> = {
  'sold-out': [409, 'NO_AVAILABILITY'],
  'price-changed': [409, 'PRICE_CHANGED'],
  gone: [410, 'NO_LONGER_AVAILABLE'],
  unknown: [404, 'NOT_FOUND'],
  'not-sold': [422, 'NOT_SOLD_ON_DEPARTURE'],
  refused: [403, 'SALES_CLOSED'],
  ticketed: [409, 'ALREADY_TICKETED'],
};

function answer<T>(outcome: Outcome<T>, done: (value: T) => Answer): Answer {
  if (outcome.ok) return done(outcome.value);
  const [status, code] = REFUSALS[outcome.why];
  return error(status, code, outcome.totalCents === undefined ? {} : { total: outcome.totalCents / 100 });
}

/** GNV's interface, as lib/operators/gnv/README.md assumes it. */
export function gnvFront(keys: { readonly apiKey: string; readonly webhookSecret: string }): Front {
  return {
    name: 'gnv',
    holdMinutes: 30,
    listings: ['items'],
    answer(asked, company) {
      if (asked.headers['x-gnv-key'] !== keys.apiKey) return error(401, 'INVALID_KEY');
      const [version, kind, id, action] = asked.path;
      if (version !== 'v2') return error(404, 'NOT_FOUND');
      switch (`${asked.method} ${[kind, id && ':id', action].filter(Boolean).join('/')}`) {
        case 'GET departures':
          return list(asked, company, (sailings) => sailings.map((each) => departure(company, each)));
        case 'GET availability':
          return list(asked, company, (sailings) =>
            sailings.filter(company.forSale).map((each) => availability(company, each)),
          );
        case 'POST options':
          return open(asked, company);
        case 'GET options':
          return { status: 200, body: { items: company.keyed(asked.query.get('key') ?? '').map(option) } };
        case 'POST options/:id/confirm': {
          const { agencyReference } = (asked.json ?? {}) as { agencyReference?: string };
          const outcome = company.confirm(numberOf(id), agencyReference ?? '');
          return answer(outcome, (entry) => ({ status: 200, body: option(entry) }));
        }
        case 'DELETE options/:id':
          return answer(company.release(numberOf(id)), () => ({ status: 204 }));
        case 'POST tickets/:id/cancel':
          return answer(company.cancel(id ?? ''), ({ keptCents = 0, totalCents }) => ({
            status: 200,
            body: { penalty: keptCents / 100, refund: (totalCents - keptCents) / 100 },
          }));
        case 'PUT tickets/:id/passengers': {
          const input = passengersInput.safeParse(asked.json);
          if (!input.success) return error(422, 'INVALID_REQUEST', { detail: z.prettifyError(input.error) });
          return answer(company.takeManifest(id ?? '', input.data), () => ({ status: 204 }));
        }
        default:
          return error(404, 'NOT_FOUND');
      }
    },
    webhook(happening, id, { nowMs }) {
      const body = JSON.stringify({ eventId: id, events: [eventOf(happening)] });
      const at = Math.floor(nowMs() / 1000);
      const mac = createHmac('sha256', keys.webhookSecret).update(`${at}.${body}`).digest('hex');
      return { headers: { 'x-gnv-signature': `t=${at},v1=${mac}` }, body };
    },
  };
}

const numberOf = (id = '') => id.replace(/^GNV-/, '');

function list(
  { query }: Asked,
  company: Company,
  tell: (sailings: ReturnType<Company['departures']>) => unknown[],
): Answer {
  const from = PORTS.plan(query.get('departurePort') ?? '');
  const to = PORTS.plan(query.get('arrivalPort') ?? '');
  if (!from || !to) return error(422, 'UNKNOWN_PORT');
  const all = tell(company.departures(from, to, query.get('dateFrom') ?? '', query.get('dateTo') ?? ''));
  const page = Number(query.get('page') ?? 1);
  const items = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { status: 200, body: { items, page, pageCount: Math.max(1, Math.ceil(all.length / PAGE_SIZE)) } };
}

/** The same key answers with the same option, as long as it is about the same. */
function open({ json, headers }: Asked, company: Company): Answer {
  const input = optionInput.safeParse(json);
  if (!input.success) return error(422, 'INVALID_REQUEST', { detail: z.prettifyError(input.error) });
  const key = headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return error(400, 'KEY_MISSING');
  const order = orderOf(input.data);
  if (!order) return error(422, 'NOT_SOLD_ON_DEPARTURE');
  const [known] = company.keyed(key);
  if (known && JSON.stringify(known.order) !== JSON.stringify(order)) return error(422, 'KEY_REUSED');
  if (known) return { status: 200, body: option(known) };
  const { expectedTotal } = input.data;
  const expected = expectedTotal === undefined ? undefined : Math.round(expectedTotal * 100);
  return answer(company.hold(key, order, expected), (entry) => ({ status: 201, body: option(entry) }));
}

function orderOf(input: z.infer<typeof optionInput>): Order | null {
  const beds = counted(input.accommodations, BEDS.plan);
  const meals = counted(input.catering, MEALS.plan);
  const family = RATES.plan(input.rateCode);
  const count = (type: string) => input.passengers.filter((passenger) => passenger.type === type).length;
  if (!beds || !meals || !family) return null;
  const of = (seats: boolean) =>
    Object.fromEntries(Object.entries(beds).filter(([code]) => code.startsWith('seat-') === seats));
  return {
    sailingId: input.departureId,
    family,
    passengers: { adult: count('ADT'), child: count('CHD'), infant: count('INF') },
    vehicles: input.vehicles.map(({ category, lengthCm, heightCm, extras }) => ({
      kind: VEHICLES.plan(category) ?? category,
      lengthCm,
      heightCm,
      accessories: extras.map((extra) => EXTRAS.plan(extra) ?? extra),
    })),
    pets: input.pets,
    cabins: of(false),
    seats: of(true),
    meals,
  };
}

function eventOf(happening: Happening): object {
  const departureId = happening.sailingId;
  switch (happening.kind) {
    case 'delay':
      return { type: 'DELAY', departureId, minutes: happening.minutes };
    case 'ship':
      return { type: 'SHIP_CHANGE', departureId, shipName: happening.ship.toUpperCase() };
    case 'cancelled':
      return { type: 'CANCELLATION', departureId };
    case 'availability':
      return { type: 'AVAILABILITY', departureId };
  }
}
