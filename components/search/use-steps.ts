import { useEffect, useState } from 'react';
import { formOf, readChoice } from './use-choice';

const RETURN = '#retour';

/**
 * With a script, outbound and return are shown in turn: the address says which (`#retour`), so that the browser's
 * own back button leads from the return to the outbound. Without one both lists stand in the page.
 * Returns the leg that is shown.
 */
export function useSteps(id: string, legs: 1 | 2): 0 | 1 {
  const [step, setStep] = useState<0 | 1>(0);
  useEffect(() => {
    const form = formOf(id);
    if (!form || legs === 1) return;
    const show = (next: 0 | 1) => {
      form.dataset.step = String(next);
      setStep(next);
    };
    const wanted = () => (location.hash === RETURN && readChoice(form, legs)[0] ? 1 : 0);
    const go = () => {
      const next = wanted();
      if (form.dataset.step === String(next)) return;
      show(next);
      const heading = document.getElementById(`t-leg-${next}`);
      heading?.focus({ preventScroll: true });
      heading?.closest('section')?.scrollIntoView();
    };
    show(wanted());
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [id, legs]);
  return step;
}
