import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

interface VehicleFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly types: readonly string[];
  readonly error?: string | undefined;
}

/** A kind of vehicle, or none; its length and height are asked when booking. */
export function VehicleField({ name, label, value, types, error }: VehicleFieldProps) {
  const t = useTranslations('pricing.vehicle');
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <div className="field__box">
        <Icon name="car" />
        <select id={name} name={name} defaultValue={value} aria-invalid={error ? true : undefined}>
          <option value="none">{t('none')}</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {t(type)}
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
