import { health } from '@/lib/platform/health';
import { supplyHealth } from '@/lib/supply/queries';

export const dynamic = 'force-dynamic';

/**
 * Every part, where the live channel is, and how the operators do that are followed. Names no host of the inside. An operator
 * that is unwell keeps nobody from being served: readiness does not ask it.
 */
export async function GET(): Promise<Response> {
  const body = await health();
  const operators = body.ready ? await supplyHealth().catch(() => null) : null;
  return Response.json(
    { status: body.ready ? 'ready' : 'not-ready', ...body, operators },
    { status: body.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
