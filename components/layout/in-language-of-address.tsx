'use client';

import { useEffect } from 'react';
import { isLocale } from '@/lib/kernel/locale';

/** Of elements that say the same in each language, leaves the one in the language of the address. */
export function InLanguageOfAddress({ className }: { readonly className: string }) {
  useEffect(() => {
    const locale = location.pathname.split('/')[1];
    if (!isLocale(locale)) return;
    document.documentElement.lang = locale;
    for (const each of document.querySelectorAll<HTMLElement>(`.${className}`))
      each.hidden = each.lang !== locale;
  }, [className]);
  return null;
}
