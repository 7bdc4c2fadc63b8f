import { getTranslations } from 'next-intl/server';
import type { Step } from '@/components/booking/steps';
import { portName } from '@/components/booking/trip-labels';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { Icon } from '@/components/ui/icon';
import { formatCents, formatClock, formatDay } from '@/lib/i18n/format';
import { holdAgain } from './hold-again';
import { RefusedAlert } from './refused-alert';
import { one, type StepData } from './step';
import { resultsHref, StepTitle } from './step-frame';

interface HoldOverProps {
  readonly data: StepData;
  readonly step: Step;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
}

/** The half hour is over, or the places were given back: one button takes the same again, with all that was typed. */
export async function HoldOver({ data, step, query }: HoldOverProps) {
  const t = await getTranslations('booking');
  const { hold, locale, portNames } = data;
  const reason =
    hold.status === 'converted' ? 'converted' : hold.status === 'released' ? 'released' : 'expired';
  const again = holdAgain.bind(null, { locale, holdId: hold.id }, step);
  const [kind, item] = one(query.what).split(':');
  const canDrop = one(query.refused) === 'sold-out' && (kind === 'cabin' || kind === 'seat');
  return (
    <>
      <StepTitle step={step} />
      <SiteHeader path={`/book/${hold.id}/${step}`} />
      <main id="contenu" className="wrap find">
        <div className="stack">
          <h1>{t(`over.${reason}.title`)}</h1>
          <p>{t(`over.${reason}.text`)}</p>
        </div>
        <RefusedAlert query={query} locale={locale} />
        <div className="card stack">
          {hold.legs.map((leg) => (
            <p key={leg.position}>
              <b>
                {portName(portNames, leg.from, locale)} – {portName(portNames, leg.to, locale)}
              </b>
              <br />
              <span className="small muted">
                {leg.operator.name} · {formatDay(leg.departsAt, locale, 'medium')},{' '}
                {formatClock(leg.departsAt, locale)}
              </span>
            </p>
          ))}
          <p className="small muted">
            {t('over.lastPrice', { price: formatCents(hold.quote.totalCents, locale) })}
          </p>
          {reason === 'converted' ? (
            <div className="state__acts">
              <a className="btn btn--act btn--big" href={`/${locale}/bookings`}>
                {t('over.find')}
              </a>
            </div>
          ) : (
            <div className="state__acts">
              <form action={again}>
                <button type="submit" className="btn btn--act btn--big">
                  {t('over.again')}
                </button>
              </form>
              {canDrop ? (
                <form action={again}>
                  <input type="hidden" name="without" value={item} />
                  <button type="submit" className="btn">
                    {t('over.without')}
                  </button>
                </form>
              ) : null}
              <a className="btn btn--quiet" href={resultsHref(data)}>
                <Icon name="chevron-left" className="i--s" />
                {t('over.results')}
              </a>
            </div>
          )}
        </div>
      </main>
      <SiteFooter year={data.ctx.now.getUTCFullYear()} />
    </>
  );
}
