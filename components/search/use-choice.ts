import { useEffect, useState } from 'react';

/** A fare that is chosen, as its radio button tells it. */
export interface Chosen {
  /** `sailingId|family`. */
  readonly value: string;
  readonly cents: number;
  /** Operator and family. */
  readonly name: string;
  /** Day and hour of departure. */
  readonly when: string;
}

/** The form of that id, once the page is in a browser. */
export function formOf(id: string): HTMLFormElement | null {
  return document.getElementById(id) as HTMLFormElement | null;
}

/** What is chosen now on each leg: the radio buttons `leg0` and `leg1` are the only memory of it. */
export function readChoice(form: HTMLFormElement, legs: number): (Chosen | null)[] {
  return Array.from({ length: legs }, (_, leg) => {
    const input = form.querySelector<HTMLInputElement>(`input[name=leg${leg}]:checked`);
    if (!input) return null;
    const { cents, name = '', when = '' } = input.dataset;
    return { value: input.value, cents: Number(cents), name, when };
  });
}

/** What is chosen on each leg, followed as it changes. */
export function useChoice(id: string, legs: 1 | 2): readonly (Chosen | null)[] {
  const [chosen, setChosen] = useState<readonly (Chosen | null)[]>([]);
  useEffect(() => {
    const form = formOf(id);
    if (!form) return;
    const read = () => setChosen(readChoice(form, legs));
    read();
    form.addEventListener('change', read);
    window.addEventListener('pageshow', read);
    return () => {
      form.removeEventListener('change', read);
      window.removeEventListener('pageshow', read);
    };
  }, [id, legs]);
  return chosen;
}
