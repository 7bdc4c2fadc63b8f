'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import type { NamedPort } from '@/lib/network/port-name-rules';
import { PortField } from './port-field';

interface PortPairProps {
  readonly from: string;
  readonly to: string;
  readonly ports: readonly NamedPort[];
  readonly locale: Locale;
  readonly texts: { readonly from: string; readonly to: string; readonly swap: string };
  readonly errors: { readonly from?: string | undefined; readonly to?: string | undefined };
}

const LIST = 'ports';

/** Where from and where to, and a button that turns them round. The browser's own list serves until the script does. */
export function PortPair({ from, to, ports, locale, texts, errors }: PortPairProps) {
  const [ends, setEnds] = useState({ from, to });
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const shared = { ports, locale, list: ready ? undefined : LIST };
  return (
    <div className="finder__ports">
      <PortField
        name="from"
        label={texts.from}
        icon="pin"
        text={ends.from}
        onText={(text) => setEnds((each) => ({ ...each, from: text }))}
        error={errors.from}
        {...shared}
      />
      <button
        type="button"
        className={`btn btn--icon finder__swap ${ready ? '' : 'later'}`}
        aria-label={texts.swap}
        onClick={() => setEnds((each) => ({ from: each.to, to: each.from }))}
      >
        <Icon name="swap" />
      </button>
      <PortField
        name="to"
        label={texts.to}
        icon="anchor"
        text={ends.to}
        onText={(text) => setEnds((each) => ({ ...each, to: text }))}
        error={errors.to}
        {...shared}
      />
      {!ready && (
        <datalist id={LIST}>
          {ports.map((port) => (
            <option key={port.code} value={port.names[locale]} />
          ))}
        </datalist>
      )}
    </div>
  );
}
