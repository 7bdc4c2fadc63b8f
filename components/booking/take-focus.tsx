'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Puts the focus on what it shows, as soon as it is there: the list of errors after a form was sent. */
export function TakeFocus({
  className,
  id,
  children,
}: {
  className: string;
  id: string;
  children: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} id={id} className={className} role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
