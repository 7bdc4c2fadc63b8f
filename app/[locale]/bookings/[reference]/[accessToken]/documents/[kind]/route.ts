import { type Downloadable, documentFile } from '@/lib/documents/document-file';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { bearerContext } from '@/lib/platform/context';

const KINDS: readonly Downloadable[] = ['e-ticket', 'invoice', 'credit-note'];

interface RouteParams {
  readonly params: Promise<{ locale: string; reference: string; accessToken: string; kind: string }>;
}

/** A document of the booking as a file; the key in the address opens it, nothing keeps it on the way. */
export async function GET(_request: Request, { params }: RouteParams): Promise<Response> {
  const { locale, reference, accessToken, kind } = await params;
  const wanted = KINDS.find((each) => each === kind);
  const ctx = bearerContext(isLocale(locale) ? locale : DEFAULT_LOCALE, accessToken);
  const file = wanted ? await documentFile(ctx, { reference, kind: wanted }) : null;
  if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(Uint8Array.from(file.bytes), {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
}
