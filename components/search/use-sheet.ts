import { useEffect, useRef, useState } from 'react';
import { afterPaint } from '@/components/ui/after-paint';
import { filtersOfAddress, withFilters } from '@/lib/search/filter-url-rules';
import { FILTER_OPENER } from './filter-marks';
import { onShownAddress, showAddress } from './use-filters';

/** As wide as the style sheets take a phone to be. */
const PHONE = '(max-width:719px)';

/**
 * The sheet in which the filters open on a phone. It has a place of its own in the history, which every way of closing
 * leaves by the browser's back button: `close` and Escape press it, and the filters come along to the place before.
 */
export function useSheet(query: string) {
  const [isOpen, setOpen] = useState(false);
  const [count, setCount] = useState(0);
  const box = useRef<HTMLDialogElement>(null);
  const isInside = useRef(false);

  useEffect(() => {
    if (!isOpen) return;
    isInside.current = true;
    // Without a word of Next's: its own would load the page again when one comes back there.
    History.prototype.pushState.call(history, null, '', location.href);
    // It lays out the page anew, as all that it does not cover becomes out of reach.
    afterPaint(() => box.current?.showModal());
    // What was asked in the sheet, which the address of the place before does not say.
    let asked = filtersOfAddress(location);
    const stopNoting = onShownAddress(() => {
      asked = filtersOfAddress(location);
    });
    const leave = (event: PopStateEvent) => {
      // The same page: nobody else has anything to do.
      event.stopImmediatePropagation();
      isInside.current = false;
      showAddress(withFilters(location.pathname, asked));
      box.current?.close();
      setOpen(false);
      document.getElementById(FILTER_OPENER)?.focus();
    };
    window.addEventListener('popstate', leave, true);
    return () => {
      stopNoting();
      window.removeEventListener('popstate', leave, true);
    };
  }, [isOpen]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other filters leave other trips in the list.
  useEffect(() => {
    if (!isOpen) return;
    afterPaint(() => {
      const shown = document.querySelectorAll<HTMLElement>('.sails article:not(.is-out)');
      setCount([...shown].filter((each) => each.offsetParent).length);
    });
  }, [isOpen, query]);

  return {
    box,
    isOpen,
    /** Trips that the filters leave in the list behind it. */
    count,
    /** Whether it opens: on a wide screen the filters stand in the page. */
    open(): boolean {
      const { matches } = matchMedia(PHONE);
      if (matches) setOpen(true);
      return matches;
    },
    close(): void {
      if (isInside.current) history.back();
    },
  };
}
