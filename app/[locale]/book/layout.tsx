import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@/components/booking/booking.css';
import '@/components/booking/trip.css';

/** A hold's address is known to its traveller alone: nobody indexes it, no other site is told of it. */
export async function generateMetadata({
  params,
}: {
  readonly params: Promise<{ locale: string }>;
}): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'booking.meta' });
  return {
    description: t('description'),
    robots: { index: false, follow: false },
    referrer: 'same-origin',
  };
}

/** Rendered per request: what it shows is one person's, and never old. */
export const dynamic = 'force-dynamic';

export default function BookLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
