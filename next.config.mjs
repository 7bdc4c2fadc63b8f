import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run verify` checks types, with the same compiler, once.
  typescript: { ignoreBuildErrors: true },
  // A cached page may be shown for an hour past its time while a fresh one is made, not for Next's year.
  expireTime: 3600,
  // Next computes an ETag from the whole page at every request, a third of the time a kept page takes.
  generateEtags: false,
  serverExternalPackages: ['pino', 'postgres', '@react-pdf/renderer', '@aws-sdk/client-s3'],
  // `not-found` below a language is drawn in the browser only; this one is a page of its own.
  experimental: {
    globalNotFound: true,
    // Kept pages live and die with their process. On disk they would lie in the build, for whatever house serves it
    // next, on other data; they would come back after a restart although they were dropped; and they would fill the disk.
    isrFlushToDisk: false,
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
          { key: 'cross-origin-opener-policy', value: 'same-origin' },
          // Browsers keep to https from the first visit on; on a machine of one's own there is none.
          ...(process.env.APP_URL?.startsWith('https:')
            ? [{ key: 'strict-transport-security', value: 'max-age=63072000' }]
            : []),
        ],
      },
      {
        // Other sites may show what is made to be shown there: pictures in letters and previews of links.
        source: '/((?!email/|email-hero|.*opengraph-image).*)',
        headers: [{ key: 'cross-origin-resource-policy', value: 'same-origin' }],
      },
      {
        // Pages have a policy of their own, and browsers would apply both (docs/edge.md).
        source: '/api/:path*',
        headers: [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }],
      },
      {
        source: '/:file(icons|bear|glyph|logo).svg',
        headers: [{ key: 'cache-control', value: 'public, max-age=604800, stale-while-revalidate=2592000' }],
      },
    ];
  },
};

export default withNextIntl(config);
