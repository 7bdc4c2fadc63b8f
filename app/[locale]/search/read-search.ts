import { portNamed } from '@/lib/network/port-name-rules';
import type { Port } from '@/lib/network/types';
import {
  type ParsedSearch,
  parseSearchParams,
  type SearchField,
  type SearchParams,
  type SearchProblems,
} from '@/lib/search/url';

/** Longer texts name no port and no day. */
const MAX_TEXT = 80;

/** The first value of a parameter, cut to what a field can hold. */
export function firstText(value: SearchParams[string]): string {
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, MAX_TEXT);
}

/**
 * A search as people and programs write it: ports by name in any language or by code, a one-way trip whatever its
 * return fields hold. Problems name the fields; a code of no port of ours is one of them.
 */
export function readSearch(given: SearchParams, ports: readonly Port[], today: string): ParsedSearch {
  const one = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, firstText(value)]));
  const code = (text = '') => (text === '' ? '' : (portNamed(text, ports)?.code ?? text));
  const oneWay = one.trip === 'one-way';
  const parsed = parseSearchParams(
    {
      ...one,
      from: code(one.from),
      to: code(one.to),
      rfrom: oneWay ? '' : code(one.rfrom),
      rto: oneWay ? '' : code(one.rto),
      return: oneWay ? '' : one.return,
    },
    { today },
  );
  if (!parsed.ok) return { ok: false, problems: ownProblems(parsed.problems, one) };
  const { outbound, inbound } = parsed.query;
  const named: [SearchField, string | undefined][] = [
    ['from', outbound.from],
    ['to', outbound.to],
    ['rfrom', inbound?.from],
    ['rto', inbound?.to],
  ];
  const unknown = named.filter(([, port]) => port && !ports.some((each) => each.code === port));
  if (unknown.length === 0) return parsed;
  const problems: SearchProblems = Object.fromEntries(
    unknown.map(([field]) => [field, [{ code: 'unknown-port' }]]),
  );
  return { ok: false, problems: ownProblems(problems, one) };
}

/** Problems of fields that are filled in: a return that follows a faulty outbound is not a second problem. */
function ownProblems(problems: SearchProblems, given: Readonly<Record<string, string>>): SearchProblems {
  const own = Object.entries(problems).filter(([field]) => !['rfrom', 'rto'].includes(field) || given[field]);
  return Object.fromEntries(own.length > 0 ? own : Object.entries(problems));
}

/** The parameters that stand in a path of results, as far as they can be told, for the form to show them. */
export function paramsOfPath([
  direction = '',
  date = '',
  back = '',
  code = '',
]: readonly string[]): URLSearchParams {
  const [from = '', to = ''] = direction.split('-');
  const [counts = '', ...vehicles] = code.split('.');
  const [adults = '', children = '', infants = '', pets = ''] = counts.split('-');
  const params = new URLSearchParams({ from, to, date, adults, children, infants, pets });
  vehicles.forEach((vehicle, index) => {
    params.set(index === 0 ? 'vehicle' : `vehicle${index + 1}`, vehicle);
  });
  if (back !== 'one-way') {
    const [ports = '', day = ''] = back.split('.');
    const [rfrom = '', rto = ''] = ports.split('-');
    params.set('return', day);
    if (rfrom !== to || rto !== from) {
      params.set('rfrom', rfrom);
      params.set('rto', rto);
    }
  }
  return params;
}
