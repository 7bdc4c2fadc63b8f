'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { arcOf, minutesAndSeconds, minuteToAnnounce } from './remaining-time';

interface HoldTimerProps {
  /** ISO instants: the end of the hold, and the product's clock when the page was made. */
  readonly expiresAt: string;
  readonly serverNow: string;
  readonly wholeMs: number;
  readonly label: string;
  /** What stands there without JavaScript: until when the places are kept. */
  readonly untilText: string;
  readonly promise: string;
  readonly units: { readonly minutes: string; readonly seconds: string };
  readonly announcements: { readonly five: string; readonly one: string };
}

/**
 * The ring and the words of a hold's half hour. Counts on the server's clock, speaks at five minutes and at one, and
 * asks the server again when the time is over. Without JavaScript it says until when.
 */
export function HoldTimer(props: HoldTimerProps) {
  const { expiresAt, serverNow, wholeMs } = props;
  const router = useRouter();
  const [leftMs, setLeftMs] = useState<number | null>(null);
  const [spoken, setSpoken] = useState('');
  const before = useRef(Number.POSITIVE_INFINITY);
  const { five, one } = props.announcements;

  useEffect(() => {
    const ahead = Date.parse(serverNow) - Date.now();
    before.current = Number.POSITIVE_INFINITY;
    const look = () => {
      const left = Date.parse(expiresAt) - (Date.now() + ahead);
      const minute = Number.isFinite(before.current) ? minuteToAnnounce(before.current, left) : null;
      if (minute) setSpoken(minute === 5 ? five : one);
      if (left <= 0 && before.current > 0) router.refresh();
      before.current = left;
      setLeftMs(left);
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, serverNow, five, one, router]);

  const shownMs = leftMs ?? Date.parse(expiresAt) - Date.parse(serverNow);
  const { minutes, seconds } = minutesAndSeconds(shownMs);
  const text =
    leftMs === null
      ? props.untilText
      : `${minutes}\u00a0${props.units.minutes} ${String(seconds).padStart(2, '0')}\u00a0${props.units.seconds}`;
  return (
    <div className="hold">
      <svg viewBox="0 0 44 44" width="44" height="44" aria-hidden="true">
        <circle cx="22" cy="22" r="19" fill="none" stroke="var(--line)" strokeWidth="4" />
        <circle
          cx="22"
          cy="22"
          r="19"
          fill="none"
          stroke="var(--act)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={`${arcOf(shownMs, wholeMs)} 119.4`}
          transform="rotate(-90 22 22)"
        />
      </svg>
      <p>
        <b role="timer" aria-label={props.label}>
          {text}
        </b>
        <span className="small muted">{props.promise}</span>
      </p>
      <span className="sr" role="status">
        {spoken}
      </span>
    </div>
  );
}
