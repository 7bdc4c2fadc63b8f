import { Icon } from '@/components/ui/icon';
import type { FilterName, FilterValues } from '@/lib/search/filter-url-rules';
import { readFilters, withFilters, writeFilters } from '@/lib/search/filter-url-rules';
import type { FilterView } from './filter-view';
import { showAddress } from './use-filters';

interface FilterMarksProps {
  readonly view: FilterView;
  readonly values: FilterValues;
}

/** Id of what opens the filters: it takes the focus of a mark that goes away. */
export const FILTER_OPENER = 'filtrer';

/** The filters that are asked, each with a way to take it away, and all at once. Links, so that no script is needed. */
export function FilterMarks({ view, values }: FilterMarksProps) {
  const { groups, href, texts } = view;
  const marks = groups.flatMap(({ name, options }) =>
    options.flatMap(([value, label]) => (values[name].includes(value) ? [{ name, value, label }] : [])),
  );
  const without = (name: FilterName, value: string) => ({
    ...values,
    [name]: values[name].filter((each) => each !== value),
  });
  return (
    <ul className="row row--tight marks">
      {marks.map(({ name, value, label }) => (
        <li key={name + value}>
          <Mark href={addressWith(href, without(name, value))}>
            <span className="sr">{texts.remove} </span>
            {label}
            <Icon name="close" className="i--s" />
          </Mark>
        </li>
      ))}
      <li>
        <Mark href={addressWith(href, { sort: values.sort })} quiet>
          {texts.clear}
        </Mark>
      </li>
    </ul>
  );
}

/** The address of the results with these filters. */
export function addressWith(href: string, values: Partial<FilterValues>): string {
  return withFilters(href, writeFilters(readFilters(values)));
}

interface MarkProps {
  readonly href: string;
  readonly quiet?: boolean;
  readonly children: React.ReactNode;
}

/** A link to results with other filters, which takes effect at once where there is a script. */
export function Mark({ href, quiet = false, children }: MarkProps) {
  return (
    <a
      className={quiet ? 'btn btn--quiet' : 'chip'}
      href={href}
      rel="nofollow"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        document.getElementById(FILTER_OPENER)?.focus();
        showAddress(href);
      }}
    >
      {children}
    </a>
  );
}
