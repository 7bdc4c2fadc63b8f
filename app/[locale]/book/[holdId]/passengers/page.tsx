import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ErrorSummary } from '@/components/booking/error-summary';
import { SelectField } from '@/components/booking/fields';
import { PassengerCard } from '@/components/booking/passenger-card';
import type { Problems } from '@/components/booking/problem-text';
import { Icon } from '@/components/ui/icon';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { HoldOver } from '../hold-over';
import { PriceMoved } from '../price-moved';
import { ageTypeOf } from '../problems';
import { RefusedAlert } from '../refused-alert';
import { one, openStep, type StepParams, type StepQuery } from '../step';
import { resultsHref, StepFrame } from '../step-frame';
import { savePassengers } from './actions';

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** Who travels: step 2 of 7. */
export default async function PassengersPage(props: { params: StepParams; searchParams: StepQuery }) {
  const [data, query] = await Promise.all([openStep(props.params), props.searchParams]);
  if (!data.isOpen) return <HoldOver data={data} step="passengers" query={query} />;
  const t = await getTranslations('booking');
  const { hold, draft, locale, document } = data;
  const round = one(query.check);
  const all = data.problems.passengers;
  const problems: Problems = round ? all : {};
  const isWrong = (index: number) => Object.keys(all).some((path) => belongsTo(path, index));
  const firstIncomplete = hold.party.passengers.findIndex((_, index) => isWrong(index));
  const bands = hold.legs[0]?.tariff.ageBands;
  return (
    <StepFrame data={data} step="passengers" title={t('passengers.title')} lead={t('passengers.lead')}>
      <form
        key={round}
        className="stack stack--3"
        action={savePassengers.bind(null, { locale, holdId: hold.id })}
        noValidate
      >
        <input type="hidden" name="round" value={round} />
        {/* Enter in a field continues: the first button of a form is the one that Enter presses. */}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
        <RefusedAlert query={query} locale={locale} />
        <PriceMoved data={data} query={query} />
        <ErrorSummary problems={problems} round={round} />
        {hold.party.passengers.map((type, index) => {
          const typed = draft.passengers[index];
          if (!typed || !bands) return null;
          return (
            <PassengerCard
              key={fieldKey(index)}
              index={index}
              type={type}
              bands={bands}
              typed={typed}
              contact={index === 0 ? draft.contact : null}
              problems={problems}
              document={document}
              isComplete={!isWrong(index)}
              isOpen={index === firstIncomplete || (round !== '' && isWrong(index))}
              ageType={ageTypeOf(problems, index)}
            />
          );
        })}
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
        <div className="acts">
          <a className="btn" href={resultsHref(data)}>
            <Icon name="chevron-left" className="i--s" />
            {t('steps.sailings')}
          </a>
          <button type="submit" className="btn btn--act btn--big">
            {t('passengers.next')}
          </button>
        </div>
      </form>
    </StepFrame>
  );
}

/** The contact is asked on the first passenger's card. */
function belongsTo(path: string, index: number): boolean {
  return path.startsWith(`passengers.${index}.`) || (index === 0 && path.startsWith('contact.'));
}

/** Passengers have no identity of their own before a booking: their place is one. */
function fieldKey(index: number): string {
  return `passenger-${index}`;
}
