import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import {
  EMPTY_FORM,
  type FormErrors,
  type FormField,
  type FormValues,
} from '@/components/search/form-values';
import { SearchForm } from '@/components/search/search-form';
import { Icon } from '@/components/ui/icon';
import { localDateOf } from '@/lib/kernel/dates';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/lib/kernel/locale';
import { portNamed } from '@/lib/network/port-name-rules';
import { listPorts } from '@/lib/network/queries';
import type { Port } from '@/lib/network/types';
import { now } from '@/lib/platform/clock';
import { type SearchProblems, searchHref } from '@/lib/search/url';
import { firstText, readSearch } from './read-search';
import '../../styles/home.css';
import '../../styles/search.css';

export const metadata: Metadata = { robots: { index: false, follow: true } };

interface PageProps {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where each field stands in the page, and what it is called there. */
const FIELDS: Readonly<Record<FormField, readonly [id: string, label: string]>> = {
  trip: ['port-from', 'trip'],
  from: ['port-from', 'from'],
  to: ['port-to', 'to'],
  date: ['day-date', 'date'],
  return: ['day-return', 'returnDate'],
  rfrom: ['rfrom', 'rfrom'],
  rto: ['rto', 'rto'],
  adults: ['count-adults', 'adults.label'],
  children: ['count-children', 'children.label'],
  infants: ['count-infants', 'infants.label'],
  pets: ['count-pets', 'pets.label'],
  vehicle: ['vehicle', 'vehicle'],
  vehicle2: ['vehicle2', 'vehicle2'],
};

/**
 * Every search that a form or a program writes arrives here: names of ports become codes, and the traveller is sent
 * to the results. What cannot be understood comes back with everything that was typed, and a word beside the field.
 */
export default async function SearchPage({ params, searchParams }: PageProps) {
  const asked = (await params).locale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  setRequestLocale(locale);
  const [given, ports, t, words] = await Promise.all([
    searchParams,
    listPorts(),
    getTranslations('search'),
    getTranslations('search.problems'),
  ]);
  const today = localDateOf(now(), 'Europe/Paris');
  const parsed = readSearch(given, ports, today);
  if (parsed.ok) redirect(searchHref(locale, parsed.query));
  const empty = Object.keys(given).length === 0;
  const errors = empty ? {} : messagesOf(parsed.problems, (code, facts) => words(code, facts));
  const count = Object.keys(errors).length;
  return (
    <>
      <SiteHeader current="search" />
      <main id="contenu" className="wrap section--s stack stack--3">
        <h1>{t('form.label')}</h1>
        {count > 0 && (
          <div className="refusal is-shown" role="alert">
            <Icon name="warning" />
            <div>
              <p>{t('problems.summary', { count })}</p>
              <ul>
                {Object.entries(errors).map(([field, message]) => (
                  <li key={field}>
                    <a href={`#${FIELDS[field as FormField][0]}`}>
                      {t('problems.at', { field: t(`form.${FIELDS[field as FormField][1]}`), message })}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        <SearchForm values={typed(given, ports, locale)} ports={ports} today={today} errors={errors} />
      </main>
      <SiteFooter year={Number(today.slice(0, 4))} />
    </>
  );
}

function typed(
  given: Record<string, string | string[] | undefined>,
  ports: readonly Port[],
  locale: Locale,
): FormValues {
  const text = (name: FormField) => firstText(given[name]);
  const count = (name: 'adults' | 'children' | 'infants' | 'pets') => {
    const value = Number.parseInt(text(name), 10);
    return Number.isFinite(value) ? value : EMPTY_FORM[name];
  };
  const port = (name: 'from' | 'to') => portNamed(text(name), ports)?.names[locale] ?? text(name);
  return {
    trip:
      text('trip') === 'one-way' || (text('trip') === '' && text('from') !== '' && text('return') === '')
        ? 'one-way'
        : 'return',
    from: port('from'),
    to: port('to'),
    date: text('date'),
    return: text('return'),
    rfrom: text('rfrom'),
    rto: text('rto'),
    adults: count('adults'),
    children: count('children'),
    infants: count('infants'),
    pets: count('pets'),
    vehicle: text('vehicle') || EMPTY_FORM.vehicle,
    vehicle2: text('vehicle2') || EMPTY_FORM.vehicle2,
  };
}

function messagesOf(
  problems: SearchProblems,
  word: (code: string, facts: Record<string, string | number>) => string,
): FormErrors {
  const errors: Partial<Record<FormField, string>> = {};
  for (const [field, found] of Object.entries(problems)) {
    const problem = found[0];
    const place = (['children', 'infants', 'pets'].includes(field) ? 'adults' : field) as FormField;
    if (problem) errors[place] ??= word(problem.code, { ...problem.params });
  }
  return errors;
}
