import type { Metadata } from 'next';
import { Results } from '../results';
import { readTrip, resultsMetadata, type TripParams } from '../trip-of-path';

/* Kept as a static page for five minutes (docs/search.md). */
export const revalidate = 300;
export const dynamicParams = true;

export function generateStaticParams() {
  return [];
}

interface PageProps {
  readonly params: Promise<TripParams>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return resultsMetadata(await params);
}

/** The results of a search. */
export default async function ResultsPage({ params }: PageProps) {
  return <Results {...(await readTrip(await params))} />;
}
