import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CabinCard, SeatCard } from '@/components/booking/cabin-card';
import { chosenOf, isOvernight, sleepers } from '@/components/booking/comfort';
import { RestNotice } from '@/components/booking/rest-notice';
import { StepActs } from '@/components/booking/step-acts';
import { stepHref } from '@/components/booking/steps';
import { CABINS_PER_LEG } from '@/lib/inventory/input';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { PartyItems } from '@/lib/pricing/types';
import { changeComfort } from '../comfort-action';
import { HoldOver } from '../hold-over';
import { LegHeading } from '../leg-heading';
import { PriceMoved } from '../price-moved';
import { RefusedAlert } from '../refused-alert';
import { openStep, type StepData, type StepParams, type StepQuery } from '../step';
import { StepFrame } from '../step-frame';

const NOTHING_LEFT = { state: 'full', left: 0 } as const;

/** Its title is part of the page: `PageTitle` says why. */
export const metadata: Metadata = { title: null };

/** Where one sleeps: step 4 of 7. */
export default async function CabinsPage(props: { params: StepParams; searchParams: StepQuery }) {
  const [data, query] = await Promise.all([openStep(props.params), props.searchParams]);
  if (!data.isOpen) return <HoldOver data={data} step="cabins" query={query} />;
  const t = await getTranslations('booking');
  const { hold, locale } = data;
  const title = hold.legs.some(isOvernight) ? t('cabins.titleNight') : t('cabins.titleDay');
  return (
    <StepFrame
      data={data}
      step="cabins"
      title={title}
      lead={t('cabins.lead', { max: CABINS_PER_LEG })}
      aside={<RestNotice legs={hold.legs} party={hold.party} />}
    >
      <form
        className="stack stack--4"
        action={changeComfort.bind(null, { locale, holdId: hold.id }, 'cabins')}
      >
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" />
        <RefusedAlert query={query} locale={locale} />
        <PriceMoved data={data} query={query} />
        {hold.legs.map((leg) => (
          <LegComfort key={leg.position} leg={leg} data={data} />
        ))}
        <div className="rest--m">
          <RestNotice legs={hold.legs} party={hold.party} />
        </div>
        <StepActs back={[stepHref(locale, hold.id, 'vehicles'), t('steps.vehicles')]}>
          {t('cabins.next')}
        </StepActs>
      </form>
    </StepFrame>
  );
}

async function LegComfort({ leg, data }: { leg: HoldLegView; data: StepData }) {
  const { hold, locale } = data;
  const [t, names] = await Promise.all([getTranslations('booking'), getTranslations('legs')]);
  const place = names(legPlace(hold.legs, leg.position)).toLocaleLowerCase(locale);
  const { cabins: stock, seats: seatStock } = leg.availability;
  const taken = leg.selection.cabins.reduce((sum, each) => sum + each.quantity, 0);
  const seated = leg.selection.seats.reduce((sum, each) => sum + each.quantity, 0);
  return (
    <section className="stack" aria-labelledby={`leg-${leg.position}`}>
      <LegHeading leg={leg} data={data} about={t('cabins.sleepers', { count: sleepers(hold.party) })} />
      <div className="cabs">
        {offeredCabins(leg, hold.party).map((cabin) => (
          <CabinCard
            key={cabin.code}
            cabin={cabin}
            position={leg.position}
            place={place}
            chosen={chosenOf(leg.selection, 'cabins', cabin.code)}
            left={stock.find((each) => each.code === cabin.code) ?? NOTHING_LEFT}
            mayAdd={taken < CABINS_PER_LEG}
          />
        ))}
        {leg.tariff.seats.map((seat) => (
          <SeatCard
            key={seat.code}
            seat={seat}
            position={leg.position}
            place={place}
            chosen={chosenOf(leg.selection, 'seats', seat.code)}
            left={seatStock.find((each) => each.code === seat.code) ?? NOTHING_LEFT}
            mayAdd={seated < hold.party.passengers.length}
          />
        ))}
      </div>
      {leg.tariff.cabins.length === 0 && leg.tariff.seats.length === 0 ? (
        <p className="small muted">{t('cabins.none')}</p>
      ) : null}
    </section>
  );
}

/** Cabins that take an animal are for those who travel with one; one that was chosen stays to be given back. */
function offeredCabins(leg: HoldLegView, party: PartyItems) {
  return leg.tariff.cabins.filter(
    (cabin) => cabin.type !== 'pet' || party.pets > 0 || chosenOf(leg.selection, 'cabins', cabin.code) > 0,
  );
}
