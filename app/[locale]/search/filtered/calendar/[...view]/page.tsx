import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import {
  Calendar,
  type CalendarParams,
  calendarMetadata,
  readCalendar,
} from '@/app/[locale]/search/calendar/calendar';
import { calendarHref } from '@/lib/search/calendar-rules';
import { withFilters } from '@/lib/search/filter-url-rules';
import { type Given, givenFilters } from '../../given-filters';

/* The calendar on the way between filtered results and others: made per request, as they are. */
export const dynamic = 'force-dynamic';

interface PageProps {
  readonly params: Promise<CalendarParams>;
  readonly searchParams: Promise<Given>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { ...(await calendarMetadata(await params)), robots: { index: false, follow: false } };
}

/** The prices of the days around a search; they lead to results with the filters of the address. */
export default async function FilteredCalendarPage({ params, searchParams }: PageProps) {
  const [asked, given] = await Promise.all([readCalendar(await params), searchParams]);
  const { filters, isWritten } = givenFilters(given);
  if (!isWritten) redirect(withFilters(calendarHref(asked.locale, asked.query, asked.view), filters));
  return <Calendar {...asked} filters={filters} />;
}
