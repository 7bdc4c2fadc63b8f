import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { bookingBody, call, uniqueName } from '@/e2e/api/client';
import { ask } from './ask';
import { cacheFiles } from './cache-files';

/** What was looked for in the cache, and where it was found. */
export interface Findings {
  readonly secrets: number;
  readonly visited: number;
  readonly files: number;
  readonly found: readonly string[];
  /** Something that lies there was found, so the search can find. */
  readonly canFind: boolean;
}

/**
 * Somebody books through the edge and browses everything with cookies, a token and a name in every address; then all
 * that the edge keeps is searched for every word that is theirs, packed or not.
 */
export async function searchForPersonalBytes(
  edge: string,
  cache: string,
  sql: postgres.Sql,
): Promise<Findings> {
  const word = () => randomBytes(6).toString('hex').replaceAll(/\d/g, 'x');
  const [cookie, query, agent] = [word(), word(), word()];
  const familyName = uniqueName();
  const mailbox = familyName.toLowerCase();
  const email = `${mailbox}@example.test`;
  const [sailing] = await sql<{ id: string; routeId: string; day: string }[]>`
    select id, route_id as "routeId", departure_day::text as day from sailings
    where status = 'scheduled' and departs_at > now() + interval '200 days' order by departs_at limit 1`;
  const hold = await call<{ id: string }>('POST', '/api/v1/holds', {
    base: edge,
    body: {
      legs: [{ sailingId: sailing?.id, fareFamily: 'standard', cabins: [], meals: [] }],
      passengers: [{ type: 'adult' }],
      vehicles: [],
    },
  });
  const body = bookingBody(hold.body.id, 1, familyName);
  const booking = await call<{ reference: string; accessToken: string }>('POST', '/api/v1/bookings', {
    base: edge,
    body,
  });
  if (booking.status !== 201) throw new Error(`no booking: ${JSON.stringify(booking.body)}`);
  const { reference, accessToken } = booking.body;
  const headers = {
    cookie: `session=${cookie}`,
    'user-agent': agent,
    authorization: `Bearer ${accessToken}`,
  };
  const open = [
    ...['fr', 'en', 'it'].flatMap((locale) => [
      `/${locale}`,
      `/${locale}/search`,
      `/${locale}/search/${sailing?.routeId}/${sailing?.day}/one-way/1-0-0-0.none`,
      `/${locale}/search/calendar/outbound/${sailing?.day.slice(0, 7)}/${sailing?.routeId}/${sailing?.day}/one-way/1-0-0-0.none`,
      `/${locale}/bookings`,
      `/${locale}/bookings/${reference}/${accessToken}`,
      ...['e-ticket', 'invoice'].map(
        (kind) => `/${locale}/bookings/${reference}/${accessToken}/documents/${kind}`,
      ),
      ...['passengers', 'vehicles', 'cabins', 'extras', 'review'].map(
        (step) => `/${locale}/book/${hold.body.id}/${step}`,
      ),
      `/${locale}/nowhere`,
    ]),
    `/api/v1/holds/${hold.body.id}`,
    `/api/v1/bookings/${reference}`,
    `/api/v1/bookings/${reference}/status`,
    `/api/v1/bookings/reference/${reference}?email=${encodeURIComponent(email)}`,
    '/api/v1/ports',
    '/api/v1/openapi.json',
  ];
  const seen = new Set<string>();
  for (const encoding of ['br', 'identity']) {
    const queue = open.map((path) => ({ path, follow: true }));
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { path, follow } = next;
      if (seen.has(`${encoding} ${path}`)) continue;
      seen.add(`${encoding} ${path}`);
      // As a browser that comes from the booking asks for the data of the next page.
      const from = {
        'next-router-state-tree': encodeURIComponent(`["${accessToken}"]`),
        'next-url': `/${accessToken}`,
      };
      for (const data of [{}, { rsc: '1', ...from }] as Record<string, string>[]) {
        const named = path.startsWith('/api/') ? path : `${path}?name=${query}`;
        const { body, headers: answered } = await ask(edge + named, {
          ...headers,
          ...data,
          'accept-encoding': encoding,
        });
        if (answered['set-cookie']) throw new Error(`${path} sets a cookie`);
        if (!follow || data.rsc || encoding === 'br') continue;
        for (const [, link = ''] of body.toString().matchAll(/href="(\/[^"#?]*)/g)) {
          if (!link.startsWith('/_next/static/media')) queue.push({ path: link, follow: false });
        }
      }
    }
  }
  const secrets = [familyName, mailbox, cookie, query, agent, accessToken, reference, hold.body.id];
  const files = cacheFiles(cache);
  const holds = (secret: string) =>
    files.filter(
      ({ key, head, body }) => key.includes(secret) || head.includes(secret) || body().includes(secret),
    );
  return {
    secrets: secrets.length,
    visited: seen.size,
    files: files.length,
    found: secrets.flatMap((secret) => holds(secret).map(({ key }) => `${secret} in ${key}`)),
    canFind: holds('Voilà Ferry').length + holds('Voil&#224; Ferry').length > 5,
  };
}
