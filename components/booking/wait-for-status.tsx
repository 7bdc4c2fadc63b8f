'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

interface WaitForStatusProps {
  readonly reference: string;
  readonly accessToken: string;
  readonly status: string;
}

/** Looks every two seconds, later less often, and draws the page anew when the state has changed. */
const FIRST_MS = 2_000;
const LONGEST_MS = 15_000;

/** Asks where a booking stands until it has moved on. Shows nothing itself. */
export function WaitForStatus({ reference, accessToken, status }: WaitForStatusProps) {
  const router = useRouter();
  useEffect(() => {
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const look = async () => {
      const now = await statusOf(reference, accessToken);
      if (stopped) return;
      if (now && now !== status) router.refresh();
      pause = Math.min(LONGEST_MS, pause * 1.25);
      timer = setTimeout(look, pause);
    };
    timer = setTimeout(look, pause);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [reference, accessToken, status, router]);
  return null;
}

/** The state as the API tells it; null when it did not answer, which is no reason to stop asking. */
async function statusOf(reference: string, accessToken: string): Promise<string | null> {
  try {
    const response = await fetch(`/api/v1/bookings/${reference}/status`, {
      headers: { authorization: `Bearer ${accessToken}` },
      cache: 'no-store',
    });
    const body: unknown = response.ok ? await response.json() : null;
    return typeof body === 'object' && body && 'status' in body ? String(body.status) : null;
  } catch {
    return null;
  }
}
