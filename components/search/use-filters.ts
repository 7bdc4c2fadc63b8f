import { useSyncExternalStore } from 'react';
import { filtersOfAddress } from '@/lib/search/filter-url-rules';

/* The address is the only memory of the filters: who goes back, reloads or sends it on has them. */

const CHANGED = 'voila:filters';
const EVENTS = [CHANGED, 'popstate', 'pageshow'];

/** The filters of the address, written in the one way, as they change. `initial`: those the page was made with. */
export function useFilterQuery(initial: string): string {
  return useSyncExternalStore(
    follow,
    () => filtersOfAddress(location),
    () => initial,
  );
}

/** Writes an address into the bar of the browser without going there. */
export function showAddress(href: string): void {
  // The browser's own method: Next's would note what it knows in places of the history that are not its own, and
  // load the page again on the way back to them.
  History.prototype.replaceState.call(history, history.state, '', href + location.hash);
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back when an address is shown in that way, and never when one goes back or forward. Answers how to stop. */
export function onShownAddress(onShown: () => void): () => void {
  window.addEventListener(CHANGED, onShown);
  return () => window.removeEventListener(CHANGED, onShown);
}

function follow(onChange: () => void): () => void {
  for (const type of EVENTS) window.addEventListener(type, onChange);
  return () => {
    for (const type of EVENTS) window.removeEventListener(type, onChange);
  };
}
