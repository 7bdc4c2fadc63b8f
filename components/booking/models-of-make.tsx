'use client';

import { useEffect } from 'react';
import { modelListId } from '@/lib/booking/make-name-rules';

/**
 * Points the model's suggestions at the list of the make as it is being typed; a make that has no list gets none.
 * Without a script the page does the same with the make that was sent last. Takes the identifiers of the two fields.
 */
export function ModelsOfMake({ make, model }: { readonly make: string; readonly model: string }) {
  useEffect(() => {
    const typed = document.getElementById(make);
    const suggested = document.getElementById(model);
    if (!(typed instanceof HTMLInputElement) || !suggested) return;
    const follow = () => {
      const list = modelListId(typed.value);
      if (document.getElementById(list)) suggested.setAttribute('list', list);
      else suggested.removeAttribute('list');
    };
    follow();
    typed.addEventListener('input', follow);
    return () => typed.removeEventListener('input', follow);
  }, [make, model]);
  return null;
}
