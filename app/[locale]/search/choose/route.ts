import { z } from 'zod';
import { placeHold } from '@/lib/inventory/place-hold';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { FARE_FAMILIES } from '@/lib/network/types';
import { guestContext } from '@/lib/platform/context';
import { describeError } from '@/lib/platform/describe-error';
import { logger } from '@/lib/platform/logger';
import { purge } from '@/lib/providers/edge/purge';
import { tagsOfDays } from '@/lib/sailings/page-tag-rules';
import { parseFilters, withFilters, writeFilters } from '@/lib/search/filter-url-rules';
import { parseSearchPath, searchHref } from '@/lib/search/url';
import { sailingIdsOf } from '@/lib/search/way-rules';
import { wayDays } from '@/lib/search/way-tag-rules';
import { wayLines } from '@/lib/search/ways';

const choice = z
  .string()
  .max(200)
  .transform((text) => text.split('|'))
  .pipe(z.tuple([z.string().min(1), z.enum(FARE_FAMILIES)]));

/** Holds what was chosen on a results page and leads to the passengers; a refusal leads back and says why. */
export async function POST(
  request: Request,
  route: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const asked = (await route.params).locale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const form = await request.formData();
  const query = parseSearchPath(
    String(form.get('search') ?? '')
      .split('/')
      .slice(1),
  );
  if (!query) return seeOther(`/${locale}/search`);
  const filters = writeFilters(parseFilters(String(form.get('filters') ?? '')));
  const back = withFilters(searchHref(locale, query), filters);
  const legs = [];
  for (const name of query.inbound ? ['leg0', 'leg1'] : ['leg0']) {
    const chosen = choice.safeParse(form.get(name));
    if (!chosen.success) return seeOther(`${back}#refus-invalid-input`);
    const [wayId, fareFamily] = chosen.data;
    const direction = name === 'leg0' ? ('outbound' as const) : ('return' as const);
    legs.push(...sailingIdsOf(wayId).map((sailingId) => ({ sailingId, fareFamily, direction })));
  }
  const { passengers, vehicles, pets } = query.party;
  const result = await placeHold(guestContext(locale), {
    legs,
    passengers: passengers.map((type) => ({ type })),
    vehicles: vehicles.map(({ type }) => ({ type })),
    pets,
  });
  if (result.ok) return seeOther(`/${locale}/book/${result.value.id}/passengers`);
  // What refuses one refuses all who look at that day, in every language and party.
  const ways = [query.outbound, query.inbound].flatMap((leg) => leg ?? []);
  const days = await Promise.all(ways.map(async (leg) => wayDays(await wayLines(leg), leg.date)));
  await purge(tagsOfDays(days.flat())).catch((error: unknown) =>
    logger.warn({ error: describeError(error) }, 'the edge keeps what it has a while longer'),
  );
  return seeOther(`${back}#refus-${result.refusal.code}`);
}

/** Where to go next, as a path: the address of the site is the browser's. */
function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } });
}
