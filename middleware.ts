import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';

/** Sends addresses without a language to one. Pages that have theirs never pass here: it would halve their speed. */
export default createMiddleware(routing);

export const config = {
  runtime: 'nodejs',
  matcher: ['/((?!fr(?:/|$)|en(?:/|$)|it(?:/|$)|api/|_next/|.*\\.).*)'],
};
