import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ErrorSummary } from '@/components/booking/error-summary';
import { FocusFragment } from '@/components/booking/focus-fragment';
import { keysOf } from '@/components/booking/form/rows';
import type { Problems } from '@/components/booking/problem-text';
import { StepActs } from '@/components/booking/step-acts';
import { stepHref } from '@/components/booking/steps';
import { VehicleCard } from '@/components/booking/vehicle-card';
import { Announcement } from '@/components/ui/announcement';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { HoldOver } from '../hold-over';
import { PriceMoved } from '../price-moved';
import { RefusedAlert } from '../refused-alert';
import { one, openStep, type StepParams, type StepQuery } from '../step';
import { StepFrame } from '../step-frame';
import { saveVehicles } from './actions';
import { suggestedModels, VehicleLists } from './vehicle-lists';

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** What goes on the car deck: step 3 of 7. */
export default async function VehiclesPage(props: { params: StepParams; searchParams: StepQuery }) {
  const [data, query] = await Promise.all([openStep(props.params), props.searchParams]);
  if (!data.isOpen) return <HoldOver data={data} step="vehicles" query={query} />;
  const t = await getTranslations('booking');
  const { hold, draft, locale } = data;
  const round = one(query.check);
  const priced = one(query.priced);
  // What was refused comes first; what is to be corrected is told by the next try.
  const problems: Problems = round && !query.refused ? data.problems.vehicles : {};
  const { vehicles } = hold.party;
  const keys = keysOf(draft.vehicles);
  const canAdd = vehicles.length < PARTY_LIMITS.vehicles;
  return (
    <StepFrame data={data} step="vehicles" title={t('vehicles.title')} lead={t('vehicles.lead')}>
      <form
        key={`${round}-${priced}-${one(query.v)}-${vehicles.length}`}
        className="stack stack--3"
        action={saveVehicles.bind(null, { locale, holdId: hold.id })}
        noValidate
      >
        <input type="hidden" name="version" value={hold.version} />
        <input type="hidden" name="round" value={round || priced} />
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
        <RefusedAlert query={query} locale={locale} />
        <PriceMoved data={data} query={query} />
        <ErrorSummary problems={problems} round={round} />
        {priced ? (
          <Announcement
            text={t('vehicles.repriced', { price: formatCents(hold.quote.totalCents, locale) })}
          />
        ) : null}
        <FocusFragment />
        {vehicles.map((held, index) => {
          const typed = draft.vehicles[index];
          if (!typed) return null;
          return (
            <VehicleCard
              key={`vehicle-${String(index)}`}
              index={index}
              held={held}
              typed={{ ...typed, key: keys[index] ?? '' }}
              models={suggestedModels(typed.make)}
              problems={problems}
              legs={hold.legs}
              isOnly={vehicles.length === 1}
            />
          );
        })}
        {vehicles.length === 0 ? (
          <section className="card stack">
            <div className="who">
              <span className="who__n">
                <Icon name="passenger" />
              </span>
              <div>
                <h2 id="on-foot" tabIndex={-1}>
                  {t('vehicles.noneTitle')}
                </h2>
                <p className="small muted">{t('vehicles.noneText')}</p>
              </div>
            </div>
          </section>
        ) : null}
        {canAdd ? (
          <p className="row">
            <span className="small muted">
              {vehicles.length === 0 ? t('vehicles.addFirst') : t('vehicles.addSecond')}
            </span>
            {(['car', 'motorcycle', 'camper', 'trailer'] as const).map((type) => (
              <button key={type} type="submit" className="chip" name="do" value={`add:${type}`}>
                <Icon name="plus" className="i--s" />
                {t(`vehicles.add.${type}`)}
              </button>
            ))}
          </p>
        ) : null}
        <VehicleLists />
        <StepActs back={[stepHref(locale, hold.id, 'passengers'), t('steps.passengers')]}>
          {t('vehicles.next')}
        </StepActs>
      </form>
    </StepFrame>
  );
}
