import { Fault } from '@/lib/kernel/errors';
import { DEFAULT_LOCALE, isLocale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { open as unseal } from '@/lib/privacy/seal';
import { createCheckoutSession } from '@/lib/providers/stripe/checkout';
import type { CheckoutOrder } from '@/lib/providers/stripe/types';
import type { BookingFacts } from './bookings-repository';
import { checkoutLines } from './checkout-lines';
import { movePayment, type PaymentRow } from './repository';

/**
 * Opens the checkout page of a payment whose row is `creating`, and writes its address down. Everything that is sent
 * comes from the two rows, so that a second try, here or in the repair job, gets the same session.
 * Throws the provider's Fault; one that was refused leaves the payment `failed`, for a new one to be made.
 */
export async function askForPayment(booking: BookingFacts, payment: PaymentRow): Promise<string> {
  try {
    const session = await createCheckoutSession(orderOf(booking, payment));
    if (!session.url) throw new Fault('payment-provider-refused', { message: 'a session without a page' });
    await movePayment(payment.id, 'open', {
      sessionId: session.id,
      paymentIntentId: session.paymentIntentId,
      checkoutUrl: session.url,
    });
    return session.url;
  } catch (error) {
    if (error instanceof Fault && error.code === 'payment-provider-refused')
      await movePayment(payment.id, 'failed', { failureCode: 'not-created' });
    throw error;
  }
}

function orderOf(booking: BookingFacts, payment: PaymentRow): CheckoutOrder {
  const locale = isLocale(booking.locale) ? booking.locale : DEFAULT_LOCALE;
  const page = `${env.APP_URL}/${locale}/bookings/${booking.reference}/${unseal(booking.sealedAccessToken)}`;
  return {
    paymentId: payment.id,
    bookingReference: booking.reference,
    locale,
    email: booking.contactEmail,
    lines: checkoutLines(booking.quote, booking.reference, locale),
    successUrl: `${page}?paid=1`,
    cancelUrl: `${page}?cancelled=1`,
    expiresAt: payment.expiresAt,
  };
}
