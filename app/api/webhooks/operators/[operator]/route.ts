import { systemContext } from '@/lib/platform/context';
import { type DeliveryRefusal, receiveDelivery } from '@/lib/supply/receive-delivery';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Operators tell of some sailings at a time; whatever is larger is none of theirs. */
const MAX_BODY = 512 * 1024;
const STATUSES: Readonly<Record<DeliveryRefusal, number>> = {
  'unknown-operator': 404,
  'invalid-signature': 401,
  'invalid-body': 400,
};

/** Operators' webhooks (PRODUCT R4): the raw body is proved to be theirs, stored, answered; everything else happens afterwards. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ operator: string }> },
): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY)
    return answer(413, { code: 'too-large' });
  const { operator } = await params;
  const body = await request.text();
  if (body.length > MAX_BODY) return answer(413, { code: 'too-large' });
  const headers = Object.fromEntries(request.headers);
  const result = await receiveDelivery(systemContext('operator-webhook'), operator, { headers, body });
  if (!result.ok) return answer(STATUSES[result.refusal.code], { code: result.refusal.code });
  return answer(200, { received: true, duplicate: result.value.duplicate });
}

function answer(status: number, body: Record<string, unknown>): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
