import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ErrorSummary } from '@/components/booking/error-summary';
import { FareConditionsList } from '@/components/booking/fare-conditions';
import { inWords, type Problems } from '@/components/booking/problem-text';
import { RefundGrid } from '@/components/booking/refund-grid';
import { ReviewParty, ReviewTrip } from '@/components/booking/review-cards';
import { StepActs } from '@/components/booking/step-acts';
import { stepHref } from '@/components/booking/steps';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import { HoldOver } from '../hold-over';
import { PriceMoved } from '../price-moved';
import { RefusedAlert } from '../refused-alert';
import { one, openStep, type StepData, type StepParams, type StepQuery } from '../step';
import { resultsHref, StepFrame } from '../step-frame';
import { payForTrip } from './actions';

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** Everything once more, before paying: step 6 of 7. */
export default async function ReviewPage(props: { params: StepParams; searchParams: StepQuery }) {
  const [data, query] = await Promise.all([openStep(props.params), props.searchParams]);
  if (!data.isOpen) return <HoldOver data={data} step="review" query={query} />;
  const { hold, locale, problems } = data;
  for (const step of ['passengers', 'vehicles'] as const) {
    if (Object.keys(problems[step]).length > 0) redirect(`${stepHref(locale, hold.id, step)}?check=1#errors`);
  }
  const t = await getTranslations('booking');
  const timeZone = data.ports.get(hold.legs[0]?.from ?? '')?.timeZone ?? 'Europe/Paris';
  const round = one(query.check);
  return (
    <StepFrame data={data} step="review" title={t('review.title')} lead={t('review.lead')}>
      <div className="stack stack--3">
        <RefusedAlert query={query} locale={locale} />
        <PriceMoved data={data} query={query} />
        <Notices problems={problems.notices} data={data} />
        <ReviewTrip hold={hold} ports={data.portNames} resultsHref={resultsHref(data)} />
        <ReviewParty hold={hold} draft={data.draft} />
        <section className="card stack" aria-labelledby="h-refund">
          <h2 id="h-refund" className="h-card">
            {t('refund.title')}
          </h2>
          <RefundGrid
            legs={hold.legs}
            quote={hold.quote}
            now={data.ctx.now}
            timeZone={timeZone}
            isPaid={false}
          />
        </section>
        <PayForm data={data} round={one(query.refused) ? '' : round} />
      </div>
    </StepFrame>
  );
}

/** The terms, and the button that pays. */
async function PayForm({ data: { hold, locale, portNames }, round }: { data: StepData; round: string }) {
  const t = await getTranslations('booking');
  const problems: Problems = round ? { acceptTerms: [{ code: 'terms-not-accepted' }] } : {};
  return (
    <form
      className="stack stack--3"
      action={payForTrip.bind(null, { locale, holdId: hold.id })}
      noValidate
      key={round}
    >
      <input type="hidden" name="round" value={round} />
      <ErrorSummary problems={problems} round={round} />
      <section className="card stack" aria-labelledby="h-terms">
        <h2 id="h-terms" className="h-card">
          {t('terms.title')}
        </h2>
        <FareConditionsList legs={hold.legs} ports={portNames} />
        <div className="field">
          <label className="check">
            <input
              type="checkbox"
              id="acceptTerms"
              name="acceptTerms"
              value="yes"
              aria-invalid={round ? true : undefined}
              aria-describedby={round ? 'acceptTerms-error' : undefined}
            />
            <span>{t('terms.accept')}</span>
          </label>
          {round ? (
            <p className="field__err" id="acceptTerms-error">
              <Icon name="warning" />
              {t('problem.terms-not-accepted')}
            </p>
          ) : null}
        </div>
      </section>
      <StepActs back={[stepHref(locale, hold.id, 'extras'), t('steps.extras')]}>
        <Icon name="lock" className="i--s" />
        {t('review.pay', { total: formatCents(hold.quote.totalCents, locale) })}
      </StepActs>
      <p className="small muted">{t('review.payNote')}</p>
    </form>
  );
}

/** What a traveller should know though nothing is wrong. */
async function Notices({ problems, data }: { problems: Problems; data: StepData }) {
  const t = await getTranslations('booking.notice');
  const notices = Object.entries(problems).flatMap(([path, found]) => {
    const traveller = data.draft.passengers[Number(path.split('.')[1])];
    return found.map((notice) => ({ path, notice, name: traveller?.givenName ?? '' }));
  });
  if (notices.length === 0) return null;
  return (
    <div className="alert alert--warn">
      <Icon name="info" />
      <div>
        {notices.map(({ path, notice, name }) =>
          t.has(notice.code) ? (
            <p key={`${path}-${notice.code}`}>
              {t(notice.code, { ...inWords(notice.params ?? {}, data.locale), name })}
            </p>
          ) : null,
        )}
      </div>
    </div>
  );
}
