'use client';

import { Icon } from '@/components/ui/icon';

interface VehicleFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Types with their names, « none » first. */
  readonly choices: readonly (readonly [type: string, name: string])[];
  readonly error?: string | undefined;
}

/** A kind of vehicle, or none; its length and height are asked when booking. */
export function VehicleField({ name, label, value, choices, error }: VehicleFieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <div className="field__box">
        <Icon name="car" />
        <select id={name} name={name} defaultValue={value} aria-invalid={error ? true : undefined}>
          {choices.map(([type, text]) => (
            <option key={type} value={type}>
              {text}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="i--end" />
      </div>
      {error && (
        <p className="field__err">
          <Icon name="warning" className="i--s" />
          {error}
        </p>
      )}
    </div>
  );
}
