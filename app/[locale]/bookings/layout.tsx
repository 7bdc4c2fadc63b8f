import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@/components/booking/booking.css';
import '@/components/booking/trip.css';

/** Addresses below carry a key: nobody indexes them, and no other site is told of them. */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'same-origin' };

/** Rendered per request and never kept: what it shows is one person's. */
export const dynamic = 'force-dynamic';

export default function BookingsLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
