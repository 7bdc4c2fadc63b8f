'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Draws the page anew every few seconds for as long as it is shown: something is still on its way. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 3_000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
