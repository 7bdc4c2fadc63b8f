import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';
import { NOTHING_RUNS, ownPolicy } from '@/lib/platform/content-policy';

const POLICY = 'content-security-policy';
const HAS_LANGUAGE = /^\/(fr|en|it)(\/|$)/;
const toLanguage = createMiddleware(routing);

/**
 * Two things, and no kept page passes here, whose speed it would halve: addresses without a language are sent to one,
 * and pages made per request get a policy with a nonce, which Next reads from the request and gives to their scripts.
 * Kept pages have their policy from the page cache.
 */
export default function middleware(request: NextRequest): NextResponse {
  if (!HAS_LANGUAGE.test(request.nextUrl.pathname)) {
    const answer = toLanguage(request);
    answer.headers.set(POLICY, NOTHING_RUNS);
    return answer;
  }
  const policy = ownPolicy([`nonce-${randomBytes(16).toString('base64')}`]);
  if (!policy) return NextResponse.next();
  const headers = new Headers(request.headers);
  headers.set(POLICY, policy);
  const answer = NextResponse.next({ request: { headers } });
  answer.headers.set(POLICY, policy);
  return answer;
}

export const config = {
  runtime: 'nodejs',
  // The second names each page and door that answers per request: `lib/platform/matched-pages.test.ts` tells when one is
  // missing, or when a kept page would pass here.
  matcher: [
    '/((?!fr(?:/|$)|en(?:/|$)|it(?:/|$)|api/|_next/|.*\\.).*)',
    '/:locale(fr|en|it)/:page(search|search/choose|search/filtered/.+|book/[^/]+|book/[^/]+/(?:passengers|vehicles|cabins|extras|review)|bookings|bookings/[^/]+/[^/]+|bookings/[^/]+/[^/]+/documents/[^/]+)',
  ],
};
