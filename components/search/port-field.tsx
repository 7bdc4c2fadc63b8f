'use client';

import { useId, useState } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import { countryName, matchPorts, type NamedPort } from '@/lib/network/port-name-rules';

interface PortFieldProps {
  readonly name: string;
  readonly label: string;
  readonly icon: IconName;
  readonly value: string;
  readonly ports: readonly NamedPort[];
  readonly locale: Locale;
  readonly error?: string | undefined;
}

/**
 * A port by any of its names, in three languages, with or without accents. A text field that the server
 * understands; with its script it is a combobox (WAI-ARIA 1.2, list autocomplete with manual selection).
 */
export function PortField({ name, label, icon, value, ports, locale, error }: PortFieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = open && text !== value ? text : '';
  const found = open ? matchPorts(typed, ports, locale).slice(0, 8) : [];

  const choose = (port: NamedPort) => {
    setText(port.names[locale]);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((index) => (found.length ? (index + step + found.length) % found.length : 0));
    }
    const port = found[active];
    if (event.key === 'Enter' && open && port) {
      event.preventDefault();
      choose(port);
    }
    if (event.key === 'Escape') setOpen(false);
  };

  return (
    <div className="field combo">
      <label htmlFor={id}>{label}</label>
      <div className="field__box">
        <Icon name={icon} />
        <input
          id={id}
          name={name}
          value={text}
          required
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={(event) => {
            event.target.select();
            setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        className="combo__list"
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        hidden={found.length === 0}
      >
        {found.map((port, index) => (
          <div
            key={port.code}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={index === active ? 'combo__item is-active' : 'combo__item'}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(port);
            }}
          >
            <b>{port.names[locale]}</b>
            <span className="xs muted">{countryName(port.country, locale)}</span>
          </div>
        ))}
      </div>
      {error && (
        <p className="field__err" id={`${id}-error`}>
          <Icon name="warning" className="i--s" />
          {error}
        </p>
      )}
    </div>
  );
}
