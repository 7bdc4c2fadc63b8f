'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { FindTripState } from '@/components/booking/find-trip-form';
import { findBooking } from '@/lib/booking/find-booking';
import type { Locale } from '@/lib/kernel/locale';
import { clientAddress } from '@/lib/platform/client-address';
import { guestContext } from '@/lib/platform/context';
import { limit } from '@/lib/platform/rate-limit';

/** Leads to a booking by its reference and e-mail: the same answer for whatever does not match, and few tries. */
export async function findTrip(
  locale: Locale,
  before: FindTripState,
  form: FormData,
): Promise<FindTripState> {
  const t = await getTranslations({ locale, namespace: 'trip.find' });
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 254);
  const typed = { reference: text('reference'), email: text('email'), round: before.round + 1 };
  const verdicts = await Promise.all([
    limit({ name: 'booking-lookup', key: clientAddress(await headers()) }),
    limit({ name: 'booking-lookup-reference', key: typed.reference.trim().toUpperCase() }),
  ]);
  const refused = verdicts.find((verdict) => !verdict.allowed);
  if (refused) return { ...typed, problem: t('tooMany', { minutes: Math.ceil(refused.retryAfter / 60) }) };
  const found = await findBooking(guestContext(locale), typed);
  if (!found) return { ...typed, problem: t('notFound') };
  redirect(`/${locale}/bookings/${found.reference}/${found.accessToken}`);
}
