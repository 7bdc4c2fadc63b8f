import { useEffect } from 'react';
import { formOf, readChoice } from './use-choice';

const RETURN = '#retour';

/**
 * With a script, outbound and return are shown in turn: the address says which (`#retour`), so that the browser's
 * own back button leads from the return to the outbound. Without one both lists stand in the page.
 */
export function useSteps(id: string, legs: 1 | 2): void {
  useEffect(() => {
    const form = formOf(id);
    if (!form || legs === 1) return;
    const show = (step: '0' | '1') => {
      form.dataset.step = step;
    };
    const wanted = () => (location.hash === RETURN && readChoice(form, legs)[0] ? '1' : '0');
    const go = () => {
      const step = wanted();
      if (form.dataset.step === step) return;
      show(step);
      const heading = document.getElementById(`t-leg-${step}`);
      heading?.focus({ preventScroll: true });
      heading?.closest('section')?.scrollIntoView();
    };
    show(wanted());
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [id, legs]);
}
