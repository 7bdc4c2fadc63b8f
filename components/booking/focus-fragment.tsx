'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * After an action has led to a part of the page (`…#passengers`): puts the focus there, as a browser does by itself
 * when it loads an address, and the router does not. Inside what has a `key` of each try it does so each time.
 */
export function FocusFragment() {
  const isLoading = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [wasLoaded] = useState(isLoading);
  useEffect(() => {
    if (wasLoaded) return;
    document.getElementById(location.hash.slice(1))?.focus();
  }, [wasLoaded]);
  return null;
}
