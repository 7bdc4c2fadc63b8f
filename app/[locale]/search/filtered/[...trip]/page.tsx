import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { withFilters } from '@/lib/search/filter-url-rules';
import { searchHref } from '@/lib/search/url';
import { Results } from '../../results';
import { readTrip, resultsMetadata, type TripParams } from '../../trip-of-path';
import { type Given, givenFilters } from '../given-filters';

/* Made per request and kept by nobody: there are more filters than searches (docs/search.md). */
export const dynamic = 'force-dynamic';

interface PageProps {
  readonly params: Promise<TripParams>;
  readonly searchParams: Promise<Given>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { ...(await resultsMetadata(await params)), robots: { index: false, follow: false } };
}

/** The results of a search with filters; however a form wrote them, they are sent to the one way of writing them. */
export default async function FilteredResultsPage({ params, searchParams }: PageProps) {
  const [trip, given] = await Promise.all([readTrip(await params), searchParams]);
  const { filters, isWritten } = givenFilters(given);
  if (!isWritten) redirect(withFilters(searchHref(trip.locale, trip.query), filters));
  return <Results {...trip} filters={filters} />;
}
