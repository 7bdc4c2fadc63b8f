'use client';

import { useSyncExternalStore } from 'react';
import { liveState, onLiveChange } from './live-store';

/** Says that what is shown changes as it happens; only while it does. */
export function LiveMark({ text }: { readonly text: string }) {
  const connected = useSyncExternalStore(
    onLiveChange,
    () => liveState().connected,
    () => false,
  );
  return (
    connected && (
      <span className="live">
        <span className="live__txt">{text}</span>
      </span>
    )
  );
}
