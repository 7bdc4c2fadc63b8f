'use client';

import { useEffect, useRef } from 'react';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { sumId } from './sum-id';
import { type Chosen, useChoice } from './use-choice';

interface ChoiceSideProps {
  readonly form: string;
  readonly legs: 1 | 2;
  readonly locale: Locale;
  readonly texts: {
    readonly label: string;
    readonly legs: readonly string[];
    readonly none: string;
    readonly total: string;
  };
}

/** On wide screens, beside the list: what is chosen, line by line. The amounts are those of the list itself. */
export function ChoiceSide({ form, legs, locale, texts }: ChoiceSideProps) {
  const chosen = useChoice(form, legs);
  const picked = chosen.flatMap((each) => (each ? [each] : []));
  return (
    <aside className="side" aria-label={texts.label}>
      <div className="card stack">
        {picked.length === 0 && <p className="small muted">{texts.none}</p>}
        {chosen.map(
          (each, leg) => each && <Leg key={each.value} title={texts.legs[leg] ?? ''} chosen={each} />,
        )}
        {legs === 2 && picked.length === 2 && (
          <p className="side__total">
            <b>{texts.total}</b>
            <span className="price">
              {formatCents(
                picked.reduce((sum, each) => sum + each.cents, 0),
                locale,
              )}
            </span>
          </p>
        )}
      </div>
    </aside>
  );
}

function Leg({ title, chosen }: { readonly title: string; readonly chosen: Chosen }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sum = document.getElementById(sumId(chosen.value))?.cloneNode(true) as HTMLElement | undefined;
    sum?.removeAttribute('id');
    place.current?.replaceChildren(...(sum ? [sum] : []));
  }, [chosen.value]);
  return (
    <div className="stack stack--1">
      <h2 className="side__h">{title}</h2>
      <p className="side__op">
        <b>{chosen.name}</b>
        <small className="xs muted">{chosen.when}</small>
      </p>
      <div ref={place} />
    </div>
  );
}
