import { env } from '@/lib/platform/env';
import { openApiDocument } from './document';

/** The API described by its own schemas. */
export function GET(): Response {
  return Response.json(openApiDocument(env.APP_URL), {
    headers: { 'cache-control': 'public, s-maxage=3600, stale-while-revalidate=86400' },
  });
}
