import { Icon } from '@/components/ui/icon';
import type { FilterName, FilterValues } from '@/lib/search/filter-url-rules';
import type { FilterGroup } from './filter-view';

interface FilterFieldsProps {
  readonly groups: readonly FilterGroup[];
  readonly values: FilterValues;
  readonly onChange: (name: FilterName, chosen: readonly string[]) => void;
}

/** A field for each filter: boxes where several may be chosen, a list where one limit is. */
export function FilterFields({ groups, values, onChange }: FilterFieldsProps) {
  return (
    <div className="filters__in">
      {groups.map(({ name, legend, options, any }) => {
        const chosen = values[name];
        return any ? (
          <label key={name} className="field">
            <span className="label">{legend}</span>
            <span className="field__box">
              <select
                name={name}
                value={chosen[0] ?? ''}
                onChange={(event) => onChange(name, [event.target.value])}
              >
                <option value="">{any}</option>
                {options.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <Icon name="chevron-down" className="i--end" />
            </span>
          </label>
        ) : (
          <fieldset key={name} className="field">
            <legend>{legend}</legend>
            {options.map(([value, label]) => (
              <label key={value} className="check">
                <input
                  type="checkbox"
                  name={name}
                  value={value}
                  checked={chosen.includes(value)}
                  onChange={(event) =>
                    onChange(
                      name,
                      event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
                    )
                  }
                />
                {label}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
