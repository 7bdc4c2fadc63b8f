'use client';

import { useEffect, useState } from 'react';

/** Long enough for the empty region to be known before it is filled: only changes of it are read out. */
const AFTER_MS = 150;

/** Reads a sentence out to those who do not see what has changed; a `key` of its own makes it heard again. */
export function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="sr" role="status">
      {said}
    </p>
  );
}
