import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddPassenger } from '@/components/booking/add-passenger';
import { ErrorSummary } from '@/components/booking/error-summary';
import { SelectField } from '@/components/booking/fields';
import { FocusFragment } from '@/components/booking/focus-fragment';
import { keysOf } from '@/components/booking/form/rows';
import { PassengerCard } from '@/components/booking/passenger-card';
import type { Problems } from '@/components/booking/problem-text';
import { StepActs } from '@/components/booking/step-acts';
import { removalProblem } from '@/lib/booking/party-change-rules';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { partyText } from '../../../search/party-text';
import { HoldOver } from '../hold-over';
import { PriceMoved } from '../price-moved';
import { ageTypeOf } from '../problems';
import { RefusedAlert } from '../refused-alert';
import { one, openStep, type StepData, type StepParams, type StepQuery } from '../step';
import { resultsHref, StepFrame } from '../step-frame';
import { savePassengers } from './actions';
import { membersOf } from './members';
import { PartyChanged } from './party-changed';

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** Who travels: step 2 of 7. */
export default async function PassengersPage(props: { params: StepParams; searchParams: StepQuery }) {
  const [data, query] = await Promise.all([openStep(props.params), props.searchParams]);
  if (!data.isOpen) return <HoldOver data={data} step="passengers" query={query} />;
  const t = await getTranslations('booking');
  const { hold, locale } = data;
  const types = hold.party.passengers;
  const round = one(query.check);
  // What was refused comes first; what is to be corrected is told by the next try.
  const problems: Problems = round && !query.refused ? data.problems.passengers : {};
  const bands = hold.legs[0]?.tariff.ageBands;
  const tries = round || one(query.round);
  return (
    <StepFrame data={data} step="passengers" title={t('passengers.title')} lead={t('passengers.lead')}>
      <form
        key={`${tries}-${one(query.v)}-${types.join()}`}
        className="stack stack--3"
        action={savePassengers.bind(null, { locale, holdId: hold.id })}
        noValidate
      >
        <input type="hidden" name="version" value={hold.version} />
        <input type="hidden" name="round" value={tries} />
        {/* Enter in a field continues: the first button of a form is the one that Enter presses. */}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
        <RefusedAlert query={query} locale={locale} />
        <PriceMoved data={data} query={query} />
        <ErrorSummary problems={problems} round={round} contactAt={types.indexOf('adult')} />
        <PartyChanged query={query} hold={hold} />
        <FocusFragment />
        <h2 id="passengers" className="h-card" tabIndex={-1}>
          {await partyText({ passengers: types, vehicles: [], pets: 0 }, locale)}
        </h2>
        <PassengerCards
          data={data}
          problems={problems}
          touched={Number(one(query.added) || one(query.retyped)) - 1}
        />
        {bands ? <AddPassenger types={types} bands={bands} /> : null}
        <section className="card card--tight">
          <div className="fields">
            <SelectField
              path="pets"
              label={t('passengers.pets')}
              hint={t('passengers.petsHint')}
              problems={problems}
              value={String(hold.party.pets)}
            >
              {Array.from({ length: PARTY_LIMITS.pets + 1 }, (_, count) => (
                <option key={String(count)} value={count}>
                  {t('passengers.petCount', { count })}
                </option>
              ))}
            </SelectField>
          </div>
        </section>
        <StepActs back={[resultsHref(data), t('steps.sailings')]}>{t('passengers.next')}</StepActs>
      </form>
    </StepFrame>
  );
}

interface CardsProps {
  readonly data: StepData;
  /** Problems that are shown; those of the data decide which card is complete. */
  readonly problems: Problems;
  /** Index of whoever has just joined, or changed fares. */
  readonly touched: number;
}

/** The travellers one by one: open are whoever was just seen to, whoever is wrong, and the first who is not complete. */
function PassengerCards({ data: { hold, draft, document, problems: found }, problems, touched }: CardsProps) {
  const types = hold.party.passengers;
  const keys = keysOf(draft.passengers);
  const bands = hold.legs[0]?.tariff.ageBands;
  const operators = hold.legs.map((leg) => leg.operator.code);
  const contactAt = types.indexOf('adult');
  const members = membersOf(
    types.flatMap((type, index) => {
      const typed = draft.passengers[index];
      return typed ? [{ type, typed }] : [];
    }),
    hold,
  );
  const isIn = (problems: Problems, index: number) =>
    Object.keys(problems).some(
      (path) =>
        path.startsWith(`passengers.${index}.`) || (index === contactAt && path.startsWith('contact.')),
    );
  const firstIncomplete = types.findIndex((_, index) => isIn(found.passengers, index));
  return types.map((type, index) => {
    const typed = draft.passengers[index];
    if (!typed || !bands) return null;
    return (
      <PassengerCard
        key={fieldKey(index)}
        index={index}
        type={type}
        bands={bands}
        typed={{ ...typed, key: keys[index] ?? '' }}
        contact={index === contactAt ? draft.contact : null}
        problems={problems}
        document={document}
        isComplete={!isIn(found.passengers, index)}
        isOpen={index === firstIncomplete || index === touched || isIn(problems, index)}
        ageType={ageTypeOf(problems, index)}
        stays={removalProblem(members, index, operators)}
        isAlone={types.length === 1}
      />
    );
  });
}

/** Passengers have no identity of their own before a booking: their place is one. */
function fieldKey(index: number): string {
  return `passenger-${index}`;
}
