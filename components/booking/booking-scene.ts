import type { BookingStatus } from '@/lib/booking/types';

/** What the page of a booking has to tell. */
export type Scene =
  | 'pay'
  | 'payment-left'
  | 'declined'
  | 'bank'
  | 'processing'
  | 'confirming'
  | 'confirmed'
  | 'refund-pending'
  | 'refunded'
  | 'expired'
  | 'withdrawn'
  | 'cancelled'
  | 'stuck';

interface SceneFacts {
  readonly status: BookingStatus;
  readonly statusReason: string | null;
  readonly expiresAt: Date;
  readonly now: Date;
  /** How the traveller came back from the payment page, if that is where they come from. */
  readonly returned: 'paid' | 'left' | null;
  /** The last attempt to pay, where there was one. */
  readonly payment: { readonly status: string; readonly failureCode: string | null } | null;
}

/** The scene of a booking: its state, and for an unpaid one what is known of the payment. */
export function sceneOf(facts: SceneFacts): Scene {
  switch (facts.status) {
    case 'awaiting_payment':
      return unpaidScene(facts);
    case 'payment_processing':
      return 'processing';
    case 'refund_pending':
      return 'refund-pending';
    case 'cancelled':
      return facts.statusReason === 'party-changed' ? 'withdrawn' : 'cancelled';
    default:
      return facts.status;
  }
}

function unpaidScene({ expiresAt, now, returned, payment }: SceneFacts): Scene {
  const bankIsAsked = returned === 'paid' && payment?.status !== 'failed' && payment?.status !== 'expired';
  // Money that was announced may still arrive after the half hour: nobody is told that it is over before.
  if (bankIsAsked || payment?.status === 'paid') return 'bank';
  if (expiresAt <= now) return 'expired';
  if (payment?.failureCode && payment.failureCode !== 'not-created') return 'declined';
  return returned === 'left' ? 'payment-left' : 'pay';
}

/** Scenes that end by themselves: the page looks again. */
export function isWaiting(scene: Scene): boolean {
  return ['bank', 'processing', 'confirming', 'refund-pending', 'stuck'].includes(scene);
}

/** Scenes in which the traveller can pay. */
export function canPay(scene: Scene): boolean {
  return scene === 'pay' || scene === 'payment-left' || scene === 'declined';
}
