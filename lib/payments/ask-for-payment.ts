import { Fault } from '@/lib/kernel/errors';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { open as unseal } from '@/lib/privacy/seal';
import { createCheckoutSession } from '@/lib/providers/stripe/checkout';
import type { CheckoutOrder } from '@/lib/providers/stripe/types';
import { type BookingFacts, directionsOf } from './bookings-repository';
import { checkoutLines } from './checkout-lines';
import { abandonPayment, findPayment, movePayment, type PaymentRow } from './repository';

/**
 * Opens the checkout page of a payment whose row is `creating`, and writes its address down. Everything that is sent
 * comes from rows that stay as they are, so that a second try after a crash, or a second tab, gets the same session. After an error
 * the payment is given up: Stripe repeats its error for a day under the same key, and nobody has the address of a page
 * that may have been opened. Throws the provider's Fault.
 */
export async function askForPayment(booking: BookingFacts, payment: PaymentRow): Promise<string> {
  try {
    const session = await createCheckoutSession(orderOf(booking, await directionsOf(booking), payment));
    const opened = await movePayment(payment.id, 'open', {
      sessionId: session.id,
      paymentIntentId: session.paymentIntentId,
      checkoutUrl: session.url,
    });
    const current = opened ? null : await findPayment(payment.id);
    const lost = !opened && (current?.status !== 'open' || current.sessionId !== session.id);
    if (!session.url || lost) throw new Fault('payment-provider-unavailable', { retryable: true });
    return session.url;
  } catch (error) {
    await abandonPayment(payment.id);
    throw error;
  }
}

function orderOf(
  booking: BookingFacts,
  legs: Awaited<ReturnType<typeof directionsOf>>,
  payment: PaymentRow,
): CheckoutOrder {
  const locale = isLocale(booking.locale) ? booking.locale : DEFAULT_LOCALE;
  const page = `${env.APP_URL}/${locale}/bookings/${booking.reference}/${unseal(booking.sealedAccessToken)}`;
  return {
    paymentId: payment.id,
    bookingReference: booking.reference,
    locale,
    email: booking.contactEmail,
    lines: checkoutLines(booking.quote, legs, booking.reference, locale),
    successUrl: `${page}?paid=1`,
    cancelUrl: `${page}?cancelled=1`,
    expiresAt: payment.expiresAt,
  };
}
