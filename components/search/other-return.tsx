'use client';

import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import type { NamedPort } from '@/lib/network/port-name-rules';

interface OtherReturnProps {
  readonly ends: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly error?: string | undefined;
  }[];
  readonly ports: readonly NamedPort[];
  readonly locale: Locale;
  /** The empty choice: the outbound reversed. */
  readonly reversed: string;
}

/** The way back from and to other ports. Drawn in the browser too, so that the ports travel once for all fields. */
export function OtherReturn({ ends, ports, locale, reversed }: OtherReturnProps) {
  const choices = [...ports].sort((a, b) => a.names[locale].localeCompare(b.names[locale], locale));
  return ends.map(({ name, label, value, error }) => (
    <div className="field finder__back" key={name}>
      <label htmlFor={name}>{label}</label>
      <div className="field__box">
        <Icon name="swap" />
        <select id={name} name={name} defaultValue={value} aria-invalid={error ? true : undefined}>
          <option value="">{reversed}</option>
          {choices.map((port) => (
            <option key={port.code} value={port.code}>
              {port.names[locale]}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="i--end" />
      </div>
      {error && <p className="field__err">{error}</p>}
    </div>
  ));
}
