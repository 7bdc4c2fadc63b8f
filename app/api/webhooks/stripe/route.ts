import { receivePaymentEvent } from '@/lib/payments/receive-payment-event';
import { systemContext } from '@/lib/platform/context';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** Stripe's events are some kilobytes; whatever is larger is none. */
const MAX_BODY = 512 * 1024;
const STATUSES = { 'invalid-signature': 400, 'payments-unavailable': 503 } as const;

/** Stripe's webhooks: the raw body is verified, stored, answered; everything else happens afterwards. */
export async function POST(request: Request): Promise<Response> {
  const signature = request.headers.get('stripe-signature');
  if (!signature || Number(request.headers.get('content-length') ?? 0) > MAX_BODY)
    return answer(400, { code: 'invalid-signature' });
  const body = await request.text();
  const result = await receivePaymentEvent(systemContext('stripe-webhook'), body, signature);
  if (!result.ok) return answer(STATUSES[result.refusal.code], { code: result.refusal.code });
  return answer(200, { received: true, duplicate: result.value.duplicate });
}

function answer(status: number, body: Record<string, unknown>): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
