import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFor } from './call/caller';
import { newCallMetrics } from './call/metrics';
import { corsicaLineaOperator } from './corsica-linea/adapter';
import clOffers from './corsica-linea/fixtures/offers.json';
import clReservation from './corsica-linea/fixtures/reservation.json';
import { ctnOperator } from './ctn/adapter';
import ctnDisponibilites from './ctn/fixtures/disponibilites.json';
import ctnDossier from './ctn/fixtures/dossier.json';
import { gnvOperator } from './gnv/adapter';
import gnvAvailability from './gnv/fixtures/availability.json';
import gnvOption from './gnv/fixtures/option.json';
import { lykoOperator } from './lyko/adapter';
import lykoHold from './lyko/fixtures/hold.json';
import lykoSearch from './lyko/fixtures/search.json';
import type { OperatorPort } from './port';
import type { Surroundings } from './surroundings';
import type { HoldOrder } from './words';

const baseUrl = 'https://operator.test';
const SECRETS = {
  webhookSecret: 's',
  apiKey: 'k',
  user: 'u',
  password: 'p',
  clientId: 'i',
  clientSecret: 'c',
};
/** What CTN is asked before a hold: whether there is one. */
const ctnDossiers = { ...ctnDossier, donnees: { dossiers: [ctnDossier.donnees] } };
const ADAPTERS: [string, (around: Surroundings) => OperatorPort, unknown[], string][] = [
  [
    'gnv',
    (around) => gnvOperator({ baseUrl, ...SECRETS }, around),
    [gnvAvailability, gnvOption],
    'ITGOA-TNLGN',
  ],
  [
    'ctn',
    (around) => ctnOperator({ baseUrl, ...SECRETS }, around),
    [ctnDisponibilites, ctnDossiers],
    'FRMRS-TNLGN',
  ],
  [
    'corsica-linea',
    (around) => corsicaLineaOperator({ baseUrl, ...SECRETS }, around),
    [clOffers, clReservation],
    'FRMRS-DZALG',
  ],
  [
    'lyko',
    (around) => lykoOperator({ baseUrl, account: 'a', secret: 's' }, around),
    [lykoSearch, lykoHold],
    'FRMRS-MAPTM',
  ],
];

const order: HoldOrder = {
  orderKey: 'k',
  sailingRef: '1',
  family: 'standard',
  passengers: ['adult'],
  vehicles: [],
  pets: 0,
  cabins: [],
  seats: [],
  meals: [],
};

/** Right at first sight. */
const NASTY = [
  '99/99/2027',
  '31/02/2027',
  '31/02/2027 10:00',
  '25:61',
  '99:99',
  `${'9'.repeat(30)},00`,
  `${'9'.repeat(30)}.00`,
  `${'9'.repeat(30)}h59`,
  '2027-02-30T10:00',
  '2027-07-14T25:00:00Z',
  '275761-01-01T00:00:00Z',
  `P${'9'.repeat(400)}D`,
  9e15,
  1e308,
  -1,
  0.001,
];

/** The same with another value in a field, wherever that is. */
function withAnother(value: unknown, field: string, other: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withAnother(each, field, other));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, inner]) => [
    key,
    key === field ? other : withAnother(inner, field, other),
  ]);
  return Object.fromEntries(fields);
}

const TOKEN = { access_token: 't', token_type: 'Bearer', expires_in: 300 };
const JETON = { statut: 'OK', donnees: { jeton: 't', jeton_rafraichissement: 'r', expire_dans: 600 } };

/** An operator that says the same to every question, after letting us in. */
function saying(adapter: (around: Surroundings) => OperatorPort, said: unknown, status = 200): OperatorPort {
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    if (String(url).endsWith('/oauth2/token')) return Response.json(TOKEN);
    if (String(url).endsWith('/api/auth/jeton')) return Response.json(JETON);
    if (status === 204) return new Response(null, { status });
    return Response.json(answering(said, init?.body), { status });
  };
  const limits = { attempts: 1, threshold: 1_000_000, metrics: newCallMetrics() };
  return adapter({
    fetch,
    now: () => new Date('2027-07-01T12:00:00Z'),
    caller: callerFor('hostile', limits),
  });
}

/** An answer under the id of the call, where calls have one. */
function answering(said: unknown, request: unknown): unknown {
  const id = typeof request === 'string' && request.startsWith('{') ? JSON.parse(request).id : undefined;
  const isEnvelope = typeof said === 'object' && said !== null && 'jsonrpc' in said;
  return isEnvelope && id ? { ...said, id } : (said ?? null);
}

/** What is answered is a value or a problem; moments are moments, and counts are whole. */
function expectSound(answers: readonly { readonly ok: boolean }[]): void {
  for (const [key, each] of leavesOf(answers)) {
    if (/(cents|minutes|left|cm)$/i.test(key))
      expect(Number.isSafeInteger(each), `${key} ${each}`).toBe(true);
    if (each instanceof Date) expect(each.getTime(), key).not.toBeNaN();
  }
}

describe.each(ADAPTERS)('%s', (_, adapter, fixtures, routeId) => {
  const query = { routeId, from: '2027-07-10', to: '2027-07-14' };
  const fields = [...new Set(fixtures.flatMap((fixture) => leavesOf(fixture).map(([name]) => name)))];

  it('has an answer to whatever is said: a value or a problem, never an exception', async () => {
    const status = fc.constantFrom(200, 201, 204, 302, 400, 401, 404, 409, 410, 412, 422, 429, 500, 503);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.constantFrom(...fixtures)), status, async (said, code) => {
        const port = saying(adapter, said, code);
        expectSound(
          await Promise.all([
            port.timetable(query),
            port.offers(query),
            port.hold(order),
            port.confirm('1', 'VF-2345678'),
            port.release('1'),
            port.find('k'),
            port.cancel('1'),
            port.sendManifest('1', { travellers: [], vehiclePlates: [] }),
          ]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is fooled by no value that is right at first sight, in whichever field', async () => {
    for (const fixture of fixtures) {
      const sound = saying(adapter, fixture);
      const heard = [await sound.timetable(query), await sound.offers(query), await sound.hold(order)];
      expect(heard.some(({ ok }) => ok)).toBe(true);
      for (const field of fields) {
        for (const nasty of NASTY) {
          const port = saying(adapter, withAnother(fixture, field, nasty));
          expectSound([await port.timetable(query), await port.offers(query), await port.hold(order)]);
        }
      }
    }
  });
});

/** Everything that is said at the ends of an answer, with its name. */
function leavesOf(value: unknown, key = ''): [string, unknown][] {
  if (value instanceof Date || typeof value !== 'object' || value === null)
    return value === null ? [] : [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, name));
}
