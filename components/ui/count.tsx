'use client';

import { useEffect, useState } from 'react';
import { Icon } from './icon';

interface CountProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Said by the two buttons: « Moins, Adultes ». */
  readonly less: string;
  readonly more: string;
}

/**
 * − n +. Before its script it is a plain number field; the buttons appear with it, in the place kept for them. At the
 * end of the count a button says so and stays: one that is `disabled` under the finger loses the focus.
 */
export function Count({ name, label, hint, value, min, max, less, more }: CountProps) {
  const [count, setCount] = useState(value);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const set = (next: number) => setCount(Math.min(max, Math.max(min, Number.isFinite(next) ? next : min)));
  const shown = ready ? undefined : 'later';
  return (
    <div className="count">
      <label className="count__name" htmlFor={`count-${name}`}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
      <div className="count__ctl">
        <button
          type="button"
          className={shown}
          aria-label={less}
          aria-disabled={count <= min}
          onClick={() => set(count - 1)}
        >
          <Icon name="minus" />
        </button>
        <input
          id={`count-${name}`}
          className="count__in"
          type="number"
          inputMode="numeric"
          name={name}
          min={min}
          max={max}
          value={count}
          onChange={(event) => set(event.target.valueAsNumber)}
        />
        <button
          type="button"
          className={shown}
          aria-label={more}
          aria-disabled={count >= max}
          onClick={() => set(count + 1)}
        >
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}
