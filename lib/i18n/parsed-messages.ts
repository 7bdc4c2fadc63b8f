import { _createCache } from 'use-intl/core';

/** Messages as they were parsed, for all pages: next-intl on its own keeps them for one page, and parsing is the most of its work. */
export const PARSED = _createCache();
