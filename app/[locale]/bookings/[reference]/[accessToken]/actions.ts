'use server';

import { redirect } from 'next/navigation';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import type { Locale } from '@/lib/kernel/locale';
import { startPayment } from '@/lib/payments/start-payment';
import { bearerContext } from '@/lib/platform/context';

interface TripTarget {
  readonly locale: Locale;
  readonly reference: string;
  readonly accessToken: string;
}

/** Opens the payment page of a booking, or comes back to say why not. */
export async function pay(target: TripTarget): Promise<void> {
  const result = await startPayment(bearerContext(target.locale, target.accessToken), target.reference);
  redirect(result.ok ? result.value.checkoutUrl : `${pageOf(target)}?refused=${result.refusal.code}`);
}

/** Gives the places of an unpaid booking back. */
export async function cancel(target: TripTarget): Promise<void> {
  const result = await cancelBooking(bearerContext(target.locale, target.accessToken), target.reference);
  redirect(result.ok ? pageOf(target) : `${pageOf(target)}?refused=${result.refusal.code}`);
}

function pageOf({ locale, reference, accessToken }: TripTarget): string {
  return `/${locale}/bookings/${reference}/${accessToken}`;
}
