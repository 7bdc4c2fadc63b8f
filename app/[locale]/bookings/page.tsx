import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { FindTripForm } from '@/components/booking/find-trip-form';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { isLocale } from '@/lib/kernel/locale';
import { guestContext } from '@/lib/platform/context';
import { findTrip } from './actions';

interface PageProps {
  readonly params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'trip.find' });
  return {
    title: t('metaTitle'),
    description: t('metaDescription'),
    robots: { index: true, follow: true },
  };
}

/** Finds a trip by its reference and the e-mail it was booked with. */
export default async function FindTripPage({ params }: PageProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('trip.find');
  const texts = {
    reference: t('reference'),
    referenceHint: t('referenceHint'),
    email: t('email'),
    submit: t('submit'),
  };
  return (
    <>
      <SiteHeader path="/bookings" current="trips" />
      <main id="contenu" className="wrap find">
        <div className="stack stack--0">
          <h1>{t('title')}</h1>
          <p className="muted">{t('lead')}</p>
        </div>
        <FindTripForm action={findTrip.bind(null, locale)} texts={texts} />
      </main>
      <SiteFooter year={guestContext(locale).now.getUTCFullYear()} bear />
    </>
  );
}
