'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { liveState, NOTHING, onLiveChange } from './live-store';

interface LiveAvailabilityProps {
  /** Address of the live channel. */
  readonly url: string;
  /** What is watched: `FRMRS-TNLGN 2027-07-14`, by commas. */
  readonly days: string;
}

/** Lets the page follow what is left, once it can be used, and tells changes to who cannot see them. */
export function LiveAvailability({ url, days }: LiveAvailabilityProps) {
  useEffect(() => {
    let ended = false;
    let stop = () => {};
    const start = async () => {
      const { watch } = await import('./live-client');
      if (!ended) stop = watch(url, days);
    };
    const cancel = whenUsable(() => void start().catch(() => undefined));
    return () => {
      ended = true;
      cancel();
      stop();
    };
  }, [url, days]);
  const { said } = useSyncExternalStore(onLiveChange, liveState, () => NOTHING);
  return (
    <p className="sr" role="status">
      {said}
    </p>
  );
}

/** Once all that the page needs has come and it has a moment. Gives what calls it off. */
function whenUsable(then: () => void): () => void {
  let idle: number | undefined;
  const wait = () => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) idle = requestIdleCallback(then, { timeout: 2000 });
    else idle = (window as Window).setTimeout(then, 200);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => {
    removeEventListener('load', wait);
    if (idle === undefined) return;
    if ('cancelIdleCallback' in window) cancelIdleCallback(idle);
    else clearTimeout(idle);
  };
}
