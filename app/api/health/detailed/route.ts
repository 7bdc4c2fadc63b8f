import { health } from '@/lib/platform/health';

export const dynamic = 'force-dynamic';

/** Every part, and where the live channel is. Names no host of the inside. */
export async function GET(): Promise<Response> {
  const body = await health();
  return Response.json(
    { status: body.ready ? 'ready' : 'not-ready', ...body },
    { status: body.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
