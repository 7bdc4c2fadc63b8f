'use client';

import { useEffect } from 'react';
import { Icon } from '@/components/ui/icon';
import { type FilterName, filterValues, parseFilters, withFilters } from '@/lib/search/filter-url-rules';
import { FilterFields } from './filter-fields';
import { addressWith, FILTER_OPENER, FilterMarks, Mark } from './filter-marks';
import { FilterSheet } from './filter-sheet';
import type { FilterView } from './filter-view';
import { showAddress, useFilterQuery } from './use-filters';
import { useSheet } from './use-sheet';

interface FilterBarProps {
  readonly view: FilterView;
  /** The filters that the page was made with. */
  readonly query: string;
}

/**
 * What is asked of both lists, and their order. A form that leads to the address of what is asked; with a script it
 * is there at once, and the address follows, and on a phone the form opens as a sheet.
 */
export function FilterBar({ view, query: initial }: FilterBarProps) {
  const { href, sorts, shows, texts } = view;
  const query = useFilterQuery(initial);
  const sheet = useSheet(query);
  useEffect(() => carry(query), [query]);
  const filters = parseFilters(query);
  const values = filterValues(filters);
  const change = (name: FilterName, chosen: readonly string[]) =>
    showAddress(addressWith(href, { ...values, [name]: chosen }));
  const count = Object.values(values).flat().length - values.sort.length;
  return (
    <form
      className="filters"
      action={href.replace('/search/', '/search/filtered/')}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (sheet.isOpen) return sheet.close();
        const opener = document.getElementById(FILTER_OPENER);
        opener?.parentElement?.removeAttribute('open');
        opener?.focus();
      }}
    >
      {values.sort.map((sort) => (
        <input key={sort} type="hidden" name="sort" value={sort} />
      ))}
      <details className="filters__box">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: browsers make a summary a button, pressed by keys too. */}
        <summary
          className="btn"
          id={FILTER_OPENER}
          onClick={(event) => {
            const { parentElement } = event.currentTarget;
            if (!parentElement?.hasAttribute('open') && sheet.open()) event.preventDefault();
          }}
        >
          <Icon name="filter" />
          {texts.open}
          {count > 0 && (
            <b className="filters__n">
              <span className="sr">{texts.active} </span>
              {count}
            </b>
          )}
        </summary>
      </details>
      <FilterSheet sheet={sheet} title={texts.open}>
        <FilterFields groups={view.groups} values={values} onChange={change} />
        <nav className="filters__sort" aria-labelledby="trier">
          <p className="label" id="trier">
            <Icon name="sort" />
            <span>{texts.sort}</span>
          </p>
          <div className="tabs">
            {sorts.map(([sort, label]) => {
              const to = addressWith(href, { ...values, sort: [sort] });
              return (
                <a
                  key={sort}
                  href={to}
                  rel="nofollow"
                  aria-current={sort === filters.sort ? 'true' : undefined}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    showAddress(to);
                  }}
                >
                  {label}
                </a>
              );
            })}
          </div>
        </nav>
        <div className="filters__foot">
          {sheet.isOpen && (
            <Mark href={addressWith(href, { sort: values.sort })} quiet>
              {texts.clear}
            </Mark>
          )}
          <button type="submit" className="btn btn--ink filters__go">
            {sheet.isOpen ? shows[sheet.count] : texts.show}
          </button>
          {sheet.isOpen && (
            <p className="sr" role="status">
              {shows[sheet.count]}
            </p>
          )}
        </div>
      </FilterSheet>
      {count > 0 && <FilterMarks view={view} values={values} />}
    </form>
  );
}

/** Links of the page that lead to results take the filters along, and so does a choice that is refused. */
function carry(query: string): void {
  for (const link of document.querySelectorAll('a[href*="/search/"]:not(.filters a, .sails a, .near)'))
    link.setAttribute('href', withFilters(link.getAttribute('href') ?? '', query));
  document.querySelector('input[name=filters]')?.setAttribute('value', query);
}
