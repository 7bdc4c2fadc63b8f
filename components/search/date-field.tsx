import { Icon } from '@/components/ui/icon';

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly max: string;
  readonly error?: string | undefined;
}

/** A day, by the device's own calendar: the best there is on a phone, and it needs no script. */
export function DateField({ name, label, value, min, max, error }: DateFieldProps) {
  const id = `day-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field__box">
        <Icon name="calendar" />
        <input
          id={id}
          type="date"
          name={name}
          defaultValue={value}
          min={min}
          max={max}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
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
