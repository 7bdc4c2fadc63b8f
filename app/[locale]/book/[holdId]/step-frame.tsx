import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HoldTimer } from '@/components/booking/hold-timer';
import { Stepper } from '@/components/booking/stepper';
import type { Step } from '@/components/booking/steps';
import { SummaryBar, TripSummary } from '@/components/booking/trip-summary';
import { PageTitle } from '@/components/layout/page-title';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { formatClock } from '@/lib/i18n/format';
import { HOLD_MINUTES } from '@/lib/inventory/types';
import { isoWithOffset } from '@/lib/kernel/dates';
import { queryOfTrip } from '@/lib/search/trip-query-rules';
import { searchHref } from '@/lib/search/url';
import type { StepData } from './step';

interface StepFrameProps {
  readonly data: StepData;
  readonly step: Step;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  /** What the step says beside the price. */
  readonly aside?: ReactNode;
}

/** What all steps share: where one stands, how long the places are kept, the trip and its price. */
export function StepFrame({ data, step, title, lead, children, aside }: StepFrameProps) {
  const { hold, locale, portNames } = data;
  return (
    <>
      <StepTitle step={step} />
      <SiteHeader path={`/book/${hold.id}/${step}`} />
      <main id="contenu">
        <div className="wrap top">
          <Stepper
            locale={locale}
            holdId={hold.id}
            current={step}
            sailingsHref={resultsHref(data)}
            done={{
              passengers: Object.keys(data.problems.passengers).length === 0,
              vehicles: Object.keys(data.problems.vehicles).length === 0,
            }}
          />
          <div className="top__r">
            <div className="stack stack--0">
              <h1>{title}</h1>
              <p className="muted">{lead}</p>
            </div>
            <Timer data={data} />
          </div>
        </div>
        <div className="wrap two step">
          {children}
          <TripSummary hold={hold} ports={portNames}>
            {aside}
          </TripSummary>
        </div>
        <SummaryBar hold={hold} />
      </main>
      <SiteFooter year={data.ctx.now.getUTCFullYear()} />
    </>
  );
}

function Timer({ data: { hold, ctx, ports, locale } }: { data: StepData }) {
  const t = useTranslations('booking.timer');
  const port = ports.get(hold.legs[0]?.from ?? '');
  const zone = port?.timeZone ?? 'Europe/Paris';
  return (
    <HoldTimer
      expiresAt={hold.expiresAt}
      serverNow={ctx.now.toISOString()}
      wholeMs={HOLD_MINUTES * 60_000}
      label={t('label')}
      untilText={t('until', { time: formatClock(isoWithOffset(new Date(hold.expiresAt), zone), locale) })}
      promise={t('promise')}
      units={{ minutes: t('minutes'), seconds: t('seconds') }}
      announcements={{ five: t('five'), one: t('one') }}
    />
  );
}

/** The title of a step's page. */
export function StepTitle({ step }: { step: Step }) {
  const t = useTranslations('booking.meta');
  return <PageTitle>{t(step)}</PageTitle>;
}

/** The results that a trip was chosen from. */
export function resultsHref({ hold, locale }: Pick<StepData, 'hold' | 'locale'>): string {
  const query = queryOfTrip(hold.legs, hold.party);
  return query ? searchHref(locale, query) : `/${locale}`;
}
