'use client';

import { type KeyboardEvent, useState } from 'react';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import { countryName, matchPorts, type NamedPort } from '@/lib/network/port-name-rules';

interface PortFieldProps {
  readonly name: string;
  readonly label: string;
  readonly icon: IconName;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly ports: readonly NamedPort[];
  readonly locale: Locale;
  /** Id of a `<datalist>` that serves until the script does. */
  readonly list: string | undefined;
  readonly error?: string | undefined;
}

/**
 * A port by any of its names, in three languages, with or without accents. A text field that the server
 * understands; with its script it is a combobox (WAI-ARIA 1.2, list autocomplete with manual selection).
 */
export function PortField({ name, label, icon, text, onText, ports, locale, list, error }: PortFieldProps) {
  const id = `port-${name}`;
  const [open, setOpen] = useState(false);
  // Until something is typed the list shows every port, not only the one that stands in the field.
  const [typed, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const found = open ? matchPorts(typed ? text : '', ports, locale) : [];
  const close = () => {
    setOpen(false);
    setTyped(false);
    setActive(-1);
  };
  const choose = (port: NamedPort) => {
    onText(port.names[locale]);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (found.length > 0) {
        const next =
          active === -1 && step === -1 ? found.length - 1 : (active + step + found.length) % found.length;
        setActive(next);
        document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
      }
    }
    const port = found[active];
    if (event.key === 'Enter' && port) {
      event.preventDefault();
      choose(port);
    }
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
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
          {...(list && { list })}
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
            onText(event.target.value);
            setTyped(true);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={(event) => {
            event.target.select();
            setOpen(true);
          }}
          onBlur={close}
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
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(port)}
            onKeyDown={onKeyDown}
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
