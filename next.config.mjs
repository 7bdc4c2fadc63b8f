import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

const PORT_CODE = '[A-Z]{5}';
const DAY = '\\d{4}-\\d{2}-\\d{2}';
const VEHICLE = 'none|car|suv|van|motorcycle|camper|caravan|truck|trailer|bicycle|jet-ski';

/** A query parameter that must be there, with the shape that the canonical address gives it. */
const param = (key, group, pattern) => ({ type: 'query', key, value: `(?<${group}>${pattern})` });
const absent = (key) => ({ type: 'query', key });

const ONE_WAY = [
  param('from', 'from', PORT_CODE),
  param('to', 'to', PORT_CODE),
  param('date', 'date', DAY),
  param('adults', 'a', '[1-9]'),
  param('children', 'c', '\\d'),
  param('infants', 'i', '\\d'),
  param('pets', 'p', '[0-3]'),
  param('vehicle', 'v', VEHICLE),
];
const SECOND = param('vehicle2', 'v2', VEHICLE.replace('none|', ''));
const RETURN = param('return', 'r', DAY);
const OTHER_RETURN = [param('rfrom', 'rf', PORT_CODE), param('rto', 'rt', PORT_CODE)];

/**
 * The canonical query address of a search, served from its internal path, which is kept as a static page for five
 * minutes. Anything that is not canonical, or asks for the form by `form=1`, falls through to the page that
 * understands what people type and redirects here.
 */
const searchRewrites = [
  { has: [], missing: ['return'], back: 'one-way' },
  { has: [RETURN, ...OTHER_RETURN], missing: [], back: ':rf-:rt.:r' },
  { has: [RETURN], missing: ['rfrom', 'rto'], back: ':to-:from.:r' },
].flatMap(({ has, missing, back }) =>
  [
    { has: [SECOND], missing: [], vehicles: ':v.:v2' },
    { has: [], missing: ['vehicle2'], vehicles: ':v' },
  ].map((party) => ({
    source: '/:locale(fr|en|it)/search',
    has: [...ONE_WAY, ...has, ...party.has],
    missing: [...missing, ...party.missing, 'form'].map(absent),
    destination: `/:locale/search/:from-:to/:date/${back}/:a-:c-:i-:p.${party.vehicles}`,
  })),
);

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run verify` checks types, with the same compiler, once.
  typescript: { ignoreBuildErrors: true },
  // A cached page may be shown for an hour past its time while a fresh one is made, not for Next's year.
  expireTime: 3600,
  serverExternalPackages: ['pino', 'postgres', '@react-pdf/renderer', '@aws-sdk/client-s3'],
  // `not-found` below a language is drawn in the browser only; this one is a page of its own.
  experimental: { globalNotFound: true },
  async rewrites() {
    return { beforeFiles: searchRewrites, afterFiles: [], fallback: [] };
  },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'x-content-type-options', value: 'nosniff' },
          { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
          { key: 'x-frame-options', value: 'DENY' },
          { key: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()' },
        ],
      },
      {
        source: '/:file(icons|bear|glyph|logo).svg',
        headers: [{ key: 'cache-control', value: 'public, max-age=604800, stale-while-revalidate=2592000' }],
      },
    ];
  },
};

export default withNextIntl(config);
