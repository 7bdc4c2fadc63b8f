import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { cabinName, mealName } from '@/lib/i18n/quote-lines';
import type { HoldLegView, HoldView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { outerSize } from '@/lib/pricing/vehicle-rules';
import type { Draft } from './form/draft';
import { dayOf, plateOf, typedDay, typedMetres } from './form/typed-values';
import { LegCrossing } from './leg-crossing';
import { type Step, stepHref } from './steps';
import { TransferNote } from './transfer-note';
import type { PortNames } from './trip-labels';

interface ReviewTripProps {
  readonly hold: HoldView;
  readonly ports: PortNames;
  readonly resultsHref: string;
}

/** The crossings with what was chosen on each. */
export function ReviewTrip({ hold, ports, resultsHref }: ReviewTripProps) {
  const t = useTranslations('booking.review');
  return (
    <ReviewCard title={t('crossings')} href={resultsHref} edit={t('editCrossings')}>
      <div className="legs">
        {hold.legs.map((leg) => (
          <ReviewLeg key={leg.position} leg={leg} hold={hold} ports={ports} />
        ))}
      </div>
    </ReviewCard>
  );
}

function ReviewLeg({ leg, hold, ports }: { leg: HoldLegView; hold: HoldView; ports: PortNames }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.review');
  return (
    <div className="stack">
      <TransferNote
        legs={hold.legs}
        before={leg.position}
        ports={ports}
        withVehicle={hold.party.vehicles.length > 0}
      />
      <LegCrossing legs={hold.legs} position={leg.position} ports={ports} />
      <dl className="facts2">
        <Fact title={t('onBoard')} step="cabins" hold={hold}>
          {restOf(leg, locale, t)}
        </Fact>
        <Fact title={t('meals')} step="extras" hold={hold}>
          {leg.selection.meals.length === 0
            ? t('noMeals')
            : leg.selection.meals
                .map((each) => `${each.quantity} × ${mealName(each.code, locale)}`)
                .join(', ')}
        </Fact>
      </dl>
    </div>
  );
}

function restOf(leg: HoldLegView, locale: Locale, t: ReturnType<typeof useTranslations>): string {
  const cabins = leg.selection.cabins.map((each) => `${each.quantity} × ${cabinName(each.code, locale)}`);
  const seats = leg.selection.seats.map((each) => t('seats', { count: each.quantity }));
  const all = [...cabins, ...seats];
  return all.length === 0 ? t('noCabin') : all.join(', ');
}

function Fact(props: { title: string; step: Step; hold: HoldView; children: ReactNode }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.review');
  return (
    <div>
      <dt className="card__head">
        <span>{props.title}</span>
        <a className="btn btn--quiet" href={stepHref(locale, props.hold.id, props.step)}>
          <Icon name="edit" className="i--s" />
          {t('edit')}
          <span className="sr"> : {props.title}</span>
        </a>
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Who travels, with what, and where the tickets go. */
export function ReviewParty({ hold, draft }: { hold: HoldView; draft: Draft }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.review');
  const types = useTranslations('pricing.line');
  const vehicles = useTranslations('pricing.vehicle');
  const accessories = useTranslations('pricing.accessory');
  const decimal = locale === 'en' ? '.' : ',';
  return (
    <>
      <ReviewCard
        title={t('travellers')}
        href={stepHref(locale, hold.id, 'passengers')}
        edit={t('editTravellers')}
      >
        <dl className="facts2">
          {draft.passengers.map((typed, index) => (
            <div key={`traveller-${String(index)}`}>
              <dt>
                {typed.givenName} {typed.familyName}
              </dt>
              <dd>
                {types(`fare-${hold.party.passengers[index] ?? 'adult'}`, { quantity: 1 })} ·{' '}
                {t('born', { title: typed.title, day: shownDay(typed.birthDate) })}
                {typed['assistance.needed'] ? ` · ${t('assistance')}` : ''}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('contact')}</dt>
            <dd>
              {draft.contact.email} · {draft.contact.phone}
            </dd>
          </div>
          {hold.party.pets > 0 ? (
            <div>
              <dt>{types('pet', { quantity: hold.party.pets })}</dt>
              <dd>{hold.party.pets}</dd>
            </div>
          ) : null}
        </dl>
      </ReviewCard>
      <ReviewCard title={t('vehicle')} href={stepHref(locale, hold.id, 'vehicles')} edit={t('editVehicle')}>
        {hold.party.vehicles.length === 0 ? <p className="small muted">{t('noVehicle')}</p> : null}
        <dl className="facts2">
          {hold.party.vehicles.map((held, index) => {
            const typed = draft.vehicles[index];
            const size = outerSize(held);
            return (
              <div key={`vehicle-${String(index)}`}>
                <dt>{`${typed?.make ?? ''} ${typed?.model ?? ''}`.trim() || vehicles(held.type)}</dt>
                <dd>
                  {vehicles(held.type)}
                  {typed?.plate ? ` · ${plateOf(typed.plate)}` : ''} ·{' '}
                  {t('size', {
                    length: typedMetres(size.lengthCm, decimal),
                    height: typedMetres(size.heightCm, decimal),
                  })}
                  {held.accessories.map((each) => ` · ${accessories(each)}`).join('')}
                </dd>
              </div>
            );
          })}
        </dl>
      </ReviewCard>
    </>
  );
}

/** A day in one way of writing, however it was typed. */
function shownDay(typed: string): string {
  const day = dayOf(typed);
  return day ? typedDay(day) : typed;
}

function ReviewCard(props: { title: string; href: string; edit: string; children: ReactNode }) {
  const t = useTranslations('booking.review');
  return (
    <section className="card stack">
      <div className="card__head">
        <h2 className="h-card">{props.title}</h2>
        <a className="btn btn--quiet" href={props.href} aria-label={props.edit}>
          <Icon name="edit" className="i--s" />
          {t('edit')}
        </a>
      </div>
      {props.children}
    </section>
  );
}
