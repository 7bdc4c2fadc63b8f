'use client';

import { useEffect, useState } from 'react';
import { type KeptSearch, readLastSearches } from './kept-searches';

/** The last searches of this device (they never leave it). Nothing is shown where there are none. */
export function LastSearches({ title, locale }: { readonly title: string; readonly locale: string }) {
  const [searches, setSearches] = useState<readonly KeptSearch[]>([]);
  useEffect(() => setSearches(readLastSearches()), []);
  if (searches.length === 0) return null;
  return (
    <section className="wrap last" aria-labelledby="t-last">
      <h2 id="t-last" className="label">
        {title}
      </h2>
      <ul className="scroller">
        {searches.map((search) => (
          <li key={search.path}>
            <a className="chip" href={`/${locale}/search${search.path}`}>
              {search.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
