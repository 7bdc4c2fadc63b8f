import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Company, Entry, No, Outcome } from '../company/company';
import type { Order } from '../company/price';
import type { Asked, Front } from '../company/serve';
import type { Answer } from '../faults';
import { amount, FARES, ITEMS, LOADS, orderView, priced, trip } from './words';

const TOLERANCE_MS = 5 * 60_000;
const MOST = 12;

const call = z.strictObject({
  jsonrpc: z.literal('2.0'),
  id: z.string().min(1),
  method: z.string(),
  params: z.record(z.string(), z.unknown()),
});
const port = z.string().length(5);
const searchInput = z.strictObject({
  from: port,
  to: port,
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  prices: z.boolean(),
  offset: z.number().int().min(0),
});
const holdInput = z.strictObject({
  requestId: z.string().min(1),
  tripId: z.string(),
  fare: z.string(),
  items: z.array(
    z.strictObject({
      item: z.string(),
      count: z.number().int().min(1),
      length: z.number().optional(),
      height: z.number().optional(),
      loads: z.array(z.string()).optional(),
    }),
  ),
  expectedAmount: z.string().optional(),
});
const passengersInput = z.strictObject({
  ticketId: z.string(),
  passengers: z
    .array(
      z.strictObject({
        item: z.string().startsWith('PAX_'),
        surname: z.string().min(1),
        forenames: z.string().min(1),
        gender: z.enum(['female', 'male', 'undisclosed']),
        dateOfBirth: z.iso.date(),
        nationality: z.string().length(2),
        idDocument: z
          .strictObject({ type: z.enum(['P', 'I', 'R']), number: z.string(), validUntil: z.iso.date() })
          .nullable(),
        needs: z.string().nullable(),
        emergencyContact: z.string().nullable(),
      }),
    )
    .min(1),
  plates: z.array(z.string()),
});

/** What a method answers: a result, or an error with a number of Lyko's own. */
type Said =
  | { readonly result: unknown }
  | { readonly error: { readonly code: number; readonly message: string; readonly data?: unknown } };

const error = (code: number, message: string, data?: unknown): Said => ({
  error: { code, message, ...(data !== undefined && { data }) },
});
const INVALID = -32602;
const CODES: Readonly<Record<No, readonly [number, string]>> = {
  'sold-out': [4001, 'no space'],
  'price-changed': [4002, 'another price'],
  gone: [4003, 'too late'],
  unknown: [4004, 'not found'],
  refused: [4005, 'closed by the carrier'],
  'not-sold': [4006, 'not in the catalogue of the trip'],
  ticketed: [4007, 'confirmed already'],
};
const STALE_QUOTE = 4008;
const REFUNDED = 4009;

function reply<T>(outcome: Outcome<T>, done: (value: T) => unknown): Said {
  if (outcome.ok) return { result: done(outcome.value) };
  const [code, message] = CODES[outcome.why];
  return error(
    code,
    message,
    outcome.totalCents === undefined ? undefined : { amount: amount(outcome.totalCents) },
  );
}

/** Lyko's interface, as lib/operators/lyko/README.md assumes it. It tells nothing by itself: there are no webhooks. */
export function lykoFront(keys: { readonly account: string; readonly secret: string }): Front {
  return {
    name: 'lyko',
    holdMinutes: 25,
    listings: ['trips'],
    answer(asked, company) {
      if (!isSigned(asked, keys, company.nowMs())) return { status: 401, body: { message: 'signature' } };
      const input = call.safeParse(asked.json);
      if (asked.method !== 'POST' || asked.path.join('/') !== 'v1/rpc' || !input.success)
        return { status: 400, body: { message: 'no call' } };
      const { id, method, params } = input.data;
      return { status: 200, body: { jsonrpc: '2.0', id, ...run(method, params, company) } } satisfies Answer;
    },
  };
}

/** `x-lyko-signature`: HMAC-SHA256 in hex over the date, a line feed and the body. */
function isSigned({ headers, text }: Asked, keys: { account: string; secret: string }, now: number): boolean {
  const date = String(headers['x-lyko-date'] ?? '');
  const given = Buffer.from(String(headers['x-lyko-signature'] ?? ''), 'hex');
  const wanted = createHmac('sha256', keys.secret).update(`${date}\n${text}`).digest();
  const fresh = Math.abs(Date.parse(date) - now) <= TOLERANCE_MS;
  return (
    fresh &&
    headers['x-lyko-account'] === keys.account &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}

function run(method: string, params: Record<string, unknown>, company: Company): Said {
  const text = (name: string) => String(params[name] ?? '');
  const number = () => text('orderId').replace(/^LY/, '');
  switch (method) {
    case 'ferry.search':
      return search(params, company);
    case 'ferry.hold':
      return hold(params, company);
    case 'ferry.find':
      return { result: { orders: company.keyed(text('requestId')).map(orderView) } };
    case 'ferry.confirm':
      return reply(company.confirm(number(), text('reference')), orderView);
    case 'ferry.release':
      return reply(company.release(number()), orderView);
    case 'ferry.refundQuote':
      return quote(company.ticketed(text('ticketId')), company);
    case 'ferry.refund':
      return refund(text('quoteId'), company);
    case 'ferry.passengers': {
      const input = passengersInput.safeParse(params);
      if (!input.success) return error(INVALID, z.prettifyError(input.error));
      return reply(company.takeManifest(input.data.ticketId, input.data), () => ({}));
    }
    default:
      return error(-32601, 'no such method');
  }
}

function search(params: Record<string, unknown>, company: Company): Said {
  const input = searchInput.safeParse(params);
  if (!input.success) return error(INVALID, z.prettifyError(input.error));
  const { from, to, firstDay, lastDay, prices, offset } = input.data;
  const all = company
    .departures(from, to, firstDay, lastDay)
    .filter((each) => !prices || company.forSale(each));
  const trips = all
    .slice(offset, offset + MOST)
    .map((each) => (prices ? priced(company, each) : trip(company, each)));
  return { result: { total: all.length, offset, trips } };
}

function hold(params: Record<string, unknown>, company: Company): Said {
  const input = holdInput.safeParse(params);
  if (!input.success) return error(INVALID, z.prettifyError(input.error));
  const { requestId, expectedAmount } = input.data;
  const [standing] = company.keyed(requestId);
  if (standing) return { result: orderView(standing) };
  const order = orderOf(input.data);
  if (!order) return error(...CODES['not-sold']);
  const expected = expectedAmount === undefined ? undefined : Math.round(Number(expectedAmount) * 100);
  return reply(company.hold(requestId, order, expected), orderView);
}

/** What would be given back now; good as long as it stays so. */
function quote(sold: Entry | undefined, company: Company): Said {
  if (!sold) return error(...CODES.unknown);
  const kept = sold.state === 'cancelled' ? (sold.keptCents ?? 0) : company.keptFor(sold);
  const sums = { kept: amount(kept), refund: amount(sold.totalCents - kept) };
  if (sold.state === 'cancelled') return error(REFUNDED, 'refunded already', sums);
  return { result: { quoteId: `${sold.ticket}/${kept}`, ...sums } };
}

function refund(quoteId: string, company: Company): Said {
  const [ticket = '', kept] = quoteId.split('/');
  const sold = company.ticketed(ticket);
  if (sold?.state === 'ticketed' && company.keptFor(sold) !== Number(kept))
    return error(STALE_QUOTE, 'the quote does not hold any more');
  return reply(company.cancel(ticket), ({ keptCents = 0, totalCents }) => ({
    kept: amount(keptCents),
    refund: amount(totalCents - keptCents),
  }));
}

function orderOf({ tripId, fare, items }: z.infer<typeof holdInput>): Order | null {
  const family = FARES.plan(fare);
  const known = items.map((each) => ({ ...each, code: ITEMS.plan(each.item) }));
  if (!family || known.some(({ code }) => !code)) return null;
  const counts = (prefix: string): Record<string, number> => {
    const found = known.filter(({ item }) => item.startsWith(prefix));
    return Object.fromEntries(found.map(({ code, count }) => [code, count]));
  };
  return {
    sailingId: tripId,
    family,
    passengers: { adult: 0, child: 0, infant: 0, ...counts('PAX_') },
    vehicles: known
      .filter(({ item }) => item.startsWith('VEH_'))
      .map(({ code = '', length = 0, height = 0, loads = [] }) => ({
        kind: code,
        lengthCm: Math.round(length * 100),
        heightCm: Math.round(height * 100),
        accessories: loads.map((load) => LOADS.plan(load) ?? load),
      })),
    pets: counts('PET').pet ?? 0,
    cabins: counts('CABIN_'),
    seats: counts('SEAT_'),
    meals: counts('MEAL_'),
  };
}
