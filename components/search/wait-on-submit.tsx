'use client';

import { useEffect, useRef, useState } from 'react';
import { RunningBear } from '@/components/ui/bear';

/** Before this many milliseconds nobody needs to be told that something is under way. */
const PATIENCE_MS = 600;

/** The bear runs under the form it stands in when the answer takes longer than a moment. */
export function WaitOnSubmit({ sentence }: { readonly sentence: string }) {
  const mark = useRef<HTMLDivElement>(null);
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    const form = mark.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      timer = setTimeout(() => setWaiting(true), PATIENCE_MS);
    };
    const end = () => {
      clearTimeout(timer);
      setWaiting(false);
    };
    form.addEventListener('submit', begin);
    window.addEventListener('pageshow', end);
    return () => {
      end();
      form.removeEventListener('submit', begin);
      window.removeEventListener('pageshow', end);
    };
  }, []);
  return <div ref={mark}>{waiting && <RunningBear sentence={sentence} />}</div>;
}
