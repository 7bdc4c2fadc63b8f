'use server';

import { redirect } from 'next/navigation';
import { bookingCandidate } from '@/components/booking/form/booking-input';
import { stepHref } from '@/components/booking/steps';
import { placeBookingInput } from '@/lib/booking/input';
import { placeBooking } from '@/lib/booking/place-booking';
import { startPayment } from '@/lib/payments/start-payment';
import { bearerContext } from '@/lib/platform/context';
import { readStep } from '../step';
import { type ActionTarget, nextRound, refusedHref } from '../targets';

/**
 * Makes the booking and opens its payment. Sent twice, it is one booking and one payment page. What is still to be
 * corrected leads to its step; a payment page that cannot be opened leads to the booking, which can be paid later.
 */
export async function payForTrip(target: ActionTarget, form: FormData): Promise<void> {
  const here = stepHref(target.locale, target.holdId, 'review');
  const data = await readStep(target.locale, target.holdId);
  if (!data?.isOpen) redirect(here);
  for (const step of ['passengers', 'vehicles'] as const) {
    if (Object.keys(data.problems[step]).length > 0)
      redirect(`${stepHref(target.locale, target.holdId, step)}?check=1#errors`);
  }
  const acceptTerms = form.get('acceptTerms') !== null;
  if (!acceptTerms) redirect(`${here}?check=${nextRound(form)}#errors`);

  const candidate = bookingCandidate(data.draft, data.hold, {
    locale: target.locale,
    acceptTerms,
    documentAsked: data.document.required,
  });
  const input = placeBookingInput.parse(candidate);
  const placed = await placeBooking(data.ctx, input);
  if (!placed.ok) redirect(refusedHref(here, placed.refusal, form));
  const { reference, accessToken } = placed.value;
  const payment = await startPayment(bearerContext(target.locale, accessToken), reference);
  const page = `/${target.locale}/bookings/${reference}/${accessToken}`;
  redirect(payment.ok ? payment.value.checkoutUrl : `${page}?refused=${payment.refusal.code}`);
}
