import type { Metadata } from 'next';
import { Calendar, type CalendarParams, calendarMetadata, readCalendar } from '../calendar';

/* Kept as a static page for five minutes, as the results are (docs/search.md). */
export const revalidate = 300;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

interface PageProps {
  readonly params: Promise<CalendarParams>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return calendarMetadata(await params);
}

/** The prices of the days around a search. */
export default async function CalendarPage({ params }: PageProps) {
  return <Calendar {...(await readCalendar(await params))} />;
}
