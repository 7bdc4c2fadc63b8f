import { isReady } from '@/lib/platform/health';

export const dynamic = 'force-dynamic';

/** 503 until the database is migrated, seeded and answering. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json(
    { status: ready ? 'ready' : 'not-ready' },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
