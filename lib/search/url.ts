import { addDays, isLocalDate, type LocalDate } from '@/lib/kernel/dates';
import type { FieldProblem } from '@/lib/kernel/errors';
import type { Locale } from '@/lib/kernel/locale';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import type { VehicleType } from '@/lib/pricing/types';
import { isVehicleType, type PartyCounts, parsePartyCode, partyCode, partyFrom } from './party-code-rules';
import type { LegQuery, SearchQuery } from './types';

/*
 * The two grammars of a search in an address: parameters, as forms and programs write it, and the path of its results.
 * They are read by hand, without a schema library: the search form in the browser uses them too.
 */

/** How far ahead the timetable is open: about 18 months. */
export const MAX_DAYS_AHEAD = 547;

/** Parameters as a page or `URLSearchParams` gives them. */
export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export type SearchField =
  | 'from'
  | 'to'
  | 'date'
  | 'return'
  | 'rfrom'
  | 'rto'
  | 'adults'
  | 'children'
  | 'infants'
  | 'pets'
  | 'vehicle';

export type SearchProblems = Readonly<Partial<Record<SearchField, readonly FieldProblem[]>>>;

export type ParsedSearch =
  | { readonly ok: true; readonly query: SearchQuery }
  | { readonly ok: false; readonly problems: SearchProblems };

/**
 * Reads a search from query parameters: `from,to,date,adults,children,infants,pets,vehicle[,vehicle2]` and, for a
 * return, `return[,rfrom,rto]` (the outbound reversed when missing). `vehicles=car,motorcycle` is understood too.
 * With `today` the dates must lie within the open timetable. Problems are codes of the messages `search.problems`.
 */
export function parseSearchParams(params: SearchParams, options: { today?: LocalDate } = {}): ParsedSearch {
  const problems: Partial<Record<SearchField, FieldProblem[]>> = {};
  const report = (field: SearchField, code: string, facts?: FieldProblem['params']) => {
    problems[field] = [...(problems[field] ?? []), { code, ...(facts && { params: facts }) }];
  };
  const text = (name: string) => {
    const value = params[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };

  const outbound = readLeg({ from: text('from'), to: text('to'), date: text('date') }, LEG_FIELDS, report);
  const back = text('return');
  const inbound =
    back === ''
      ? null
      : readLeg(
          { from: text('rfrom') || outbound.to, to: text('rto') || outbound.from, date: back },
          RETURN_FIELDS,
          report,
        );
  checkDates(outbound, inbound, options.today, report);
  const counts = readParty(text, report);
  checkParty(counts, report);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, query: { outbound, inbound, party: partyFrom(counts) } };
}

/** The address of a search's results, the one way of writing it, with parts replaced where `overrides` says so. */
export function searchHref(locale: Locale, query: SearchQuery, overrides: Partial<SearchQuery> = {}): string {
  return `/${locale}/search${searchPath({ ...query, ...overrides })}`;
}

/** A whole search as four path segments, below `/{locale}/search`: `/FRMRS-TNLGN/2027-07-14/one-way/2-1-0-0.car`. */
export function searchPath({ outbound, inbound, party }: SearchQuery): string {
  const back = inbound ? `${inbound.from}-${inbound.to}.${inbound.date}` : 'one-way';
  return `/${outbound.from}-${outbound.to}/${outbound.date}/${back}/${partyCode(party)}`;
}

const DIRECTION = /^([A-Z]{5})-([A-Z]{5})$/;
const RETURN = /^([A-Z]{5})-([A-Z]{5})\.(\d{4}-\d{2}-\d{2})$/;

/** The search of the four segments; null for anything but what `searchPath` writes. */
export function parseSearchPath(segments: readonly string[]): SearchQuery | null {
  const [direction = '', date = '', back = '', code = ''] = segments;
  const out = DIRECTION.exec(direction);
  const ret = RETURN.exec(back);
  const party = parsePartyCode(code);
  if (segments.length !== 4 || !out || !party || !isLocalDate(date) || (!ret && back !== 'one-way'))
    return null;
  const outbound = { from: out[1] as string, to: out[2] as string, date };
  const inbound = ret && { from: ret[1] as string, to: ret[2] as string, date: ret[3] as string };
  if (outbound.from === outbound.to) return null;
  if (inbound && (inbound.from === inbound.to || !isLocalDate(inbound.date) || inbound.date < date))
    return null;
  return { outbound, inbound, party };
}

type Report = (field: SearchField, code: string, facts?: FieldProblem['params']) => void;
const LEG_FIELDS = { from: 'from', to: 'to', date: 'date' } as const;
const RETURN_FIELDS = { from: 'rfrom', to: 'rto', date: 'return' } as const;

function readLeg(leg: LegQuery, fields: typeof LEG_FIELDS | typeof RETURN_FIELDS, report: Report): LegQuery {
  const from = leg.from.toUpperCase();
  const to = leg.to.toUpperCase();
  const isReturn = fields === RETURN_FIELDS;
  for (const [code, field] of [
    [from, fields.from],
    [to, fields.to],
  ] as const) {
    // A return that follows an incomplete outbound is not a second problem.
    if (code === '' && !isReturn) report(field, 'required');
    else if (code !== '' && !/^[A-Z]{5}$/.test(code)) report(field, 'unknown-port');
  }
  if (from !== '' && from === to) report(fields.to, 'same-port');
  if (leg.date === '') report(fields.date, 'required');
  else if (!isLocalDate(leg.date)) report(fields.date, 'date-does-not-exist');
  return { from, to, date: leg.date };
}

function checkDates(
  outbound: LegQuery,
  inbound: LegQuery | null,
  today: LocalDate | undefined,
  report: Report,
): void {
  const dated = [['date', outbound.date] as const, ...(inbound ? [['return', inbound.date] as const] : [])];
  for (const [field, day] of dated) {
    if (!today || !isLocalDate(day)) continue;
    if (day < today) report(field, 'date-in-past');
    else if (day > addDays(today, MAX_DAYS_AHEAD)) report(field, 'date-too-far');
  }
  if (inbound && isLocalDate(outbound.date) && isLocalDate(inbound.date) && inbound.date < outbound.date) {
    report('return', 'return-before-outbound');
  }
}

function readParty(text: (name: string) => string, report: Report): PartyCounts {
  const count = (field: 'adults' | 'children' | 'infants' | 'pets', fallback: number, max: number) => {
    const value = text(field);
    if (value === '') return fallback;
    if (/^\d{1,2}$/.test(value) && Number(value) <= max) return Number(value);
    report(field, field === 'pets' ? 'out-of-range' : 'too-many-passengers', { max });
    return fallback;
  };
  return {
    adults: count('adults', 1, PARTY_LIMITS.passengers),
    children: count('children', 0, PARTY_LIMITS.passengers - 1),
    infants: count('infants', 0, PARTY_LIMITS.passengers - 1),
    pets: count('pets', 0, PARTY_LIMITS.pets),
    vehicles: readVehicles([text('vehicle'), text('vehicle2'), ...text('vehicles').split(',')], report),
  };
}

function readVehicles(texts: readonly string[], report: Report): VehicleType[] {
  const named = texts.map((each) => each.trim()).filter((each) => each !== '' && each !== 'none');
  const known = named.filter(isVehicleType);
  if (known.length < named.length) report('vehicle', 'unknown-vehicle');
  if (named.length > PARTY_LIMITS.vehicles)
    report('vehicle', 'too-many-vehicles', { max: PARTY_LIMITS.vehicles });
  return known;
}

function checkParty({ adults, children, infants }: PartyCounts, report: Report): void {
  if (adults < 1) report('adults', 'no-adult');
  if (adults + children + infants > PARTY_LIMITS.passengers) {
    report('adults', 'too-many-passengers', { max: PARTY_LIMITS.passengers });
  }
  const max = adults * PARTY_LIMITS.infantsPerAdult;
  if (infants > max && adults >= 1) report('infants', 'too-many-infants', { max });
}
