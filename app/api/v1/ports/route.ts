import { listPorts } from '@/lib/network/queries';
import { door } from '@/lib/platform/api/door';
import { localeQuery } from '../_shapes/port';

/** Ports, alike for everybody: cacheable at the edge. */
export const GET = door({ operation: 'list-ports', query: localeQuery }, async ({ ctx }) => {
  const ports = await listPorts();
  const data = ports.map(({ code, names, country, latitude, longitude, timeZone }) => ({
    code,
    name: names[ctx.locale],
    country,
    latitude,
    longitude,
    timeZone,
  }));
  const headers = {
    'cache-control': 'public, s-maxage=3600, stale-while-revalidate=86400',
    vary: 'accept-language',
  };
  return { status: 200, body: { data }, headers };
});
