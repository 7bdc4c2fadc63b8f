import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { chosenOf } from '@/components/booking/comfort';
import { ComfortCard } from '@/components/booking/comfort-card';
import { StepActs } from '@/components/booking/step-acts';
import { stepHref } from '@/components/booking/steps';
import { Icon } from '@/components/ui/icon';
import { mealName } from '@/lib/i18n/quote-lines';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import { changeComfort } from '../comfort-action';
import { HoldOver } from '../hold-over';
import { LegHeading } from '../leg-heading';
import { PriceMoved } from '../price-moved';
import { RefusedAlert } from '../refused-alert';
import { openStep, type StepData, type StepParams, type StepQuery } from '../step';
import { StepFrame } from '../step-frame';

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** What one eats on board: step 5 of 7. */
export default async function ExtrasPage(props: { params: StepParams; searchParams: StepQuery }) {
  const [data, query] = await Promise.all([openStep(props.params), props.searchParams]);
  if (!data.isOpen) return <HoldOver data={data} step="extras" query={query} />;
  const t = await getTranslations('booking');
  const { hold, locale } = data;
  return (
    <StepFrame data={data} step="extras" title={t('extras.title')} lead={t('extras.lead')}>
      <form
        className="stack stack--4"
        action={changeComfort.bind(null, { locale, holdId: hold.id }, 'extras')}
      >
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
        <RefusedAlert query={query} locale={locale} />
        <PriceMoved data={data} query={query} />
        {hold.legs.map((leg) => (
          <LegMeals key={leg.position} leg={leg} data={data} />
        ))}
        <StepActs back={[stepHref(locale, hold.id, 'cabins'), t('steps.cabins')]}>
          {t('extras.next')}
        </StepActs>
      </form>
    </StepFrame>
  );
}

async function LegMeals({ leg, data }: { leg: HoldLegView; data: StepData }) {
  const { hold, locale } = data;
  const [t, names] = await Promise.all([getTranslations('booking'), getTranslations('legs')]);
  const place = names(legPlace(hold.legs, leg.position)).toLocaleLowerCase(locale);
  const people = hold.party.passengers.length;
  return (
    <section className="stack" aria-labelledby={`leg-${leg.position}`}>
      <LegHeading leg={leg} data={data} about={t('extras.eaters', { count: people })} />
      <div className="cabs">
        {leg.tariff.meals.map((meal) => {
          const chosen = chosenOf(leg.selection, 'meals', meal.code);
          return (
            <ComfortCard
              key={meal.code}
              isSlim
              of={{ position: leg.position, comfort: 'meals', code: meal.code }}
              picture={<Icon name="meal" />}
              name={mealName(meal.code, locale)}
              about={meal.code.endsWith('-child') ? t('extras.child') : t('extras.adult')}
              place={place}
              priceCents={meal.priceCents}
              each={t('extras.each')}
              chosen={chosen}
              canAdd={chosen < people}
            />
          );
        })}
      </div>
      {leg.tariff.meals.length === 0 ? <p className="small muted">{t('extras.none')}</p> : null}
    </section>
  );
}
