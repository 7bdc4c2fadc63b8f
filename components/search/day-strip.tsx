'use client';

import { useEffect, useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import type { DayView } from './day-view';

interface DayStripProps {
  readonly label: string;
  readonly days: readonly DayView[];
  readonly earlier: string | null;
  readonly later: string;
  readonly texts: { readonly earlier: string; readonly later: string; readonly lowest: string };
}

/** The chosen day between its neighbours, each with the lowest total: the same figure as in its list. */
export function DayStrip({ label, days, earlier, later, texts }: DayStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  // On a narrow screen the chosen day stands in the middle of its strip, not off its edge.
  useEffect(() => {
    const day = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (strip.current && day)
      strip.current.scrollLeft = day.offsetLeft - (strip.current.clientWidth - day.offsetWidth) / 2;
  }, []);
  return (
    <nav aria-label={label} className="strip">
      <div className="scroller" ref={strip}>
        <div className="days">
          {earlier ? <Step href={earlier} icon="chevron-left" name={texts.earlier} /> : <span />}
          {days.map((day) => (
            <Day key={day.day} view={day} lowest={texts.lowest} />
          ))}
          <Step href={later} icon="chevron-right" name={texts.later} />
        </div>
      </div>
    </nav>
  );
}

function Day({ view, lowest }: { readonly view: DayView; readonly lowest: string }) {
  if (!view.href) {
    return (
      <p className={view.past ? 'days__none is-past' : 'days__none'}>
        <span>{view.name}</span>
        <span className="xs">{view.why}</span>
      </p>
    );
  }
  return (
    <a
      href={view.href}
      aria-current={view.current ? 'date' : undefined}
      className={view.lowest ? 'low' : undefined}
    >
      <span>{view.name}</span>
      {view.price ? <b>{view.price}</b> : <span className="xs">{view.why}</span>}
      {view.lowest && <span className="sr">{lowest}</span>}
    </a>
  );
}

interface StepProps {
  readonly href: string;
  readonly icon: 'chevron-left' | 'chevron-right';
  readonly name: string;
}

function Step({ href, icon, name }: StepProps) {
  return (
    <a className="btn btn--icon" href={href} aria-label={name}>
      <Icon name={icon} />
    </a>
  );
}
