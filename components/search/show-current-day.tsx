'use client';

import { useEffect, useRef } from 'react';

/** On a narrow screen the chosen day stands in the middle of its strip, not off its edge. */
export function ShowCurrentDay() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const strip = mark.current?.parentElement;
    const day = strip?.querySelector<HTMLElement>('[aria-current]');
    if (strip && day) strip.scrollLeft = day.offsetLeft - (strip.clientWidth - day.offsetWidth) / 2;
  }, []);
  return <span ref={mark} hidden />;
}
