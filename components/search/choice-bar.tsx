'use client';

import { useEffect, useState } from 'react';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { keepSearch } from './kept-searches';

interface ChoiceBarProps {
  /** Id of the form whose radio buttons `leg0` and `leg1` are watched. */
  readonly form: string;
  readonly legs: 1 | 2;
  readonly locale: Locale;
  /** The search itself, remembered on this device. */
  readonly query: string;
  readonly title: string;
  readonly texts: {
    readonly none: string;
    readonly outbound: string;
    readonly total: string;
    readonly chooseReturn: string;
    readonly go: string;
    readonly going: string;
  };
}

interface Chosen {
  readonly cents: number;
  readonly name: string;
}

/** The total of what is chosen and the next step. Without its script the button alone is there, and the browser asks for what lacks. */
export function ChoiceBar({ form, legs, locale, query, title, texts }: ChoiceBarProps) {
  const [chosen, setChosen] = useState<readonly (Chosen | null)[]>([]);
  const [going, setGoing] = useState(false);

  useEffect(() => {
    keepSearch({ query, title });
    const element = document.getElementById(form) as HTMLFormElement | null;
    if (!element) return;
    const read = () => {
      const of = (leg: number) => {
        const input = element.querySelector<HTMLInputElement>(`input[name=leg${leg}]:checked`);
        return input ? { cents: Number(input.dataset.cents), name: input.dataset.name ?? '' } : null;
      };
      setChosen(Array.from({ length: legs }, (_, leg) => of(leg)));
    };
    const onSubmit = () => setGoing(true);
    const onShow = () => {
      setGoing(false);
      read();
    };
    read();
    element.addEventListener('change', read);
    element.addEventListener('submit', onSubmit);
    window.addEventListener('pageshow', onShow);
    return () => {
      element.removeEventListener('change', read);
      element.removeEventListener('submit', onSubmit);
      window.removeEventListener('pageshow', onShow);
    };
  }, [form, legs, query, title]);

  const picked = chosen.flatMap((each) => (each ? [each] : []));
  const cents = picked.reduce((sum, each) => sum + each.cents, 0);
  const needsReturn = legs === 2 && chosen[0] != null && chosen[1] == null;
  return (
    <div className="bar">
      <div className="wrap bar__in">
        <div aria-live="polite">
          <small>{picked.length === 0 ? texts.none : picked.map((each) => each.name).join(' + ')}</small>
          {picked.length > 0 && (
            <span className="price">
              <span className="sr">{picked.length === legs ? texts.total : texts.outbound} </span>
              {formatCents(cents, locale)}
            </span>
          )}
        </div>
        {needsReturn ? (
          <a className="btn btn--act" href="#retour">
            {texts.chooseReturn}
          </a>
        ) : (
          <button type="submit" form={form} className="btn btn--act" aria-disabled={going}>
            {going ? texts.going : texts.go}
          </button>
        )}
      </div>
    </div>
  );
}
