import type { BookingStatus } from '@/lib/booking/types';
import type { RefundState } from '@/lib/payments/refund-pace-rules';
import { DEBIT_FAILED } from '@/lib/payments/types';

/** What the page of a booking has to tell. */
export const SCENES = [
  'pay',
  'payment-left',
  'declined',
  'no-room',
  'bank',
  'processing',
  'confirming',
  'confirmed',
  'refund-pending',
  'refunded',
  'expired',
  'withdrawn',
  'cancelled',
  'stuck',
] as const;
export type Scene = (typeof SCENES)[number];

interface SceneFacts {
  readonly status: BookingStatus;
  readonly statusReason: string | null;
  readonly expiresAt: Date;
  readonly now: Date;
  /** How the traveller came back from the payment page, if that is where they come from. */
  readonly returned: 'paid' | 'left' | null;
  /** An operator has just said, before anything was charged, that it keeps no places (`operator-refused`). */
  readonly isRefused: boolean;
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
    case 'expired':
      // Paid at the last minute, and the payment page could not be asked yet: the bank may still have taken the money.
      return facts.returned === 'paid' && isUndecided(facts.payment) ? 'bank' : 'expired';
    default:
      return facts.status;
  }
}

function unpaidScene({ expiresAt, now, returned, isRefused, payment }: SceneFacts): Scene {
  const bankIsAsked = returned === 'paid' && payment?.status !== 'failed' && payment?.status !== 'expired';
  // Money that was announced may still arrive after the half hour: nobody is told that it is over before.
  if (bankIsAsked || payment?.status === 'paid') return 'bank';
  if (expiresAt <= now) return 'expired';
  if (isRefused) return 'no-room';
  if (payment?.failureCode && payment.failureCode !== 'not-created') return 'declined';
  return returned === 'left' ? 'payment-left' : 'pay';
}

function isUndecided(payment: SceneFacts['payment']): boolean {
  return payment !== null && ['creating', 'open', 'processing', 'paid'].includes(payment.status);
}

/** Money that goes back, as far as the words depend on it. */
interface MoneyBack {
  /** False for a payment that no trip needed. */
  readonly endsTrip: boolean;
  readonly state: RefundState;
}

interface TextFacts {
  /** Why the booking is in its state, as it is stored. */
  readonly reason: string | null;
  readonly refunds: readonly MoneyBack[];
  /** How the last attempt to pay failed, where it did. */
  readonly failureCode: string | null;
}

/**
 * Which of a scene's texts is true, as the end of its key: `-operator-refused`, `-money-back`, or nothing. That nothing
 * was charged is said only where no payment came.
 */
export function textVariant(scene: Scene, { reason, refunds, failureCode }: TextFacts): string {
  const refund = refunds.find((each) => each.endsTrip)?.state;
  switch (scene) {
    case 'stuck':
      if (!refund) return '';
      return refund === 'waiting' ? '-refund-failed' : '-refund-late';
    case 'refund-pending':
      return refund === 'again' ? '-refund-again' : refusalOf(reason);
    case 'refunded':
      return refusalOf(reason);
    case 'expired':
      return moneyBack(refunds) || (failureCode === DEBIT_FAILED ? '-debit-failed' : '');
    case 'cancelled':
    case 'withdrawn':
      return moneyBack(refunds);
    default:
      return '';
  }
}

function moneyBack(refunds: readonly MoneyBack[]): string {
  return refunds.some((each) => !each.endsTrip) ? '-money-back' : '';
}

/** Texts of a refund differ by who could not keep the trip. */
function refusalOf(reason: string | null): string {
  return reason === 'operator-refused' || reason === 'sold-out-after-hold' ? `-${reason}` : '-other';
}

/** A booking whose trip is given up, and whose money does not get back by itself. */
export function isStuckRefund(scene: Scene, refunds: readonly MoneyBack[]): boolean {
  return scene === 'stuck' && refunds.some((each) => each.endsTrip);
}

/** Scenes of a trip that does not take place as it stands: its tickets are no tickets. */
export function isOff(scene: Scene, refunds: readonly MoneyBack[]): boolean {
  return (
    ['no-room', 'refund-pending', 'refunded', 'expired', 'cancelled', 'withdrawn'].includes(scene) ||
    isStuckRefund(scene, refunds)
  );
}

/** Scenes of a trip that its operators or the half hour took away: other departures are offered. */
export function isLost(scene: Scene, refunds: readonly MoneyBack[]): boolean {
  return (
    ['no-room', 'refund-pending', 'refunded', 'expired'].includes(scene) || isStuckRefund(scene, refunds)
  );
}

/** Scenes that end by themselves: the page looks again. */
export function isWaiting(scene: Scene): boolean {
  return ['bank', 'processing', 'confirming', 'refund-pending', 'stuck'].includes(scene);
}

/** Scenes in which the traveller can pay. */
export function canPay(scene: Scene): boolean {
  return ['pay', 'payment-left', 'declined', 'no-room'].includes(scene);
}
