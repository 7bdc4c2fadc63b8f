import { invalid } from './api-error';
import { type Form, items } from './form';

type Listed = { readonly id: string };

/**
 * A page of a list, newest first: `limit`, `starting_after`, `created[gte]` and so on, and any field of the
 * object as a filter (`payment_intent`, `type`, `types[]`).
 */
export function page<T extends Listed>(all: readonly T[], form: Form, url: string): unknown {
  const {
    limit: asked,
    starting_after,
    ending_before: _ignored,
    expand: _expand,
    created,
    types,
    ...filters
  } = form;
  const limit = Math.min(Math.max(Number(asked ?? 10) || 10, 1), 100);
  const wantedTypes = items(types);
  const matching = all.filter((object) => {
    const fields = object as Readonly<Record<string, unknown>>;
    if (wantedTypes.length > 0 && !wantedTypes.includes(String(fields.type))) return false;
    if (!isWithin(Number(fields.created), created)) return false;
    return Object.entries(filters).every(([name, value]) => String(fields[name]) === value);
  });
  const start = starting_after === undefined ? 0 : matching.findIndex((o) => o.id === starting_after) + 1;
  if (starting_after !== undefined && start === 0) {
    throw invalid(`No such object: '${String(starting_after)}'`, { param: 'starting_after' });
  }
  const data = matching.slice(start, start + limit);
  return { object: 'list', url, has_more: start + limit < matching.length, data };
}

function isWithin(created: number, range: string | Form | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === 'string') return created === Number(range);
  const bound = (name: string, fallback: number): number => Number(range[name] ?? fallback);
  return (
    created >= bound('gte', -Infinity) &&
    created <= bound('lte', Infinity) &&
    created > bound('gt', -Infinity) &&
    created < bound('lt', Infinity)
  );
}
