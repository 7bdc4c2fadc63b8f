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
  // No `headers()`: each rule is a tenth of the time of a kept page (lib/platform/every-request.ts).
};

export default withNextIntl(config);
