import { useLocale, useTranslations } from 'next-intl';
import { Count } from '@/components/ui/count';
import { Icon } from '@/components/ui/icon';
import { addDays } from '@/lib/kernel/dates';
import type { Locale } from '@/lib/kernel/locale';
import type { NamedPort } from '@/lib/network/port-name-rules';
import { PARTY_LIMITS } from '@/lib/pricing/party-rules';
import { VEHICLE_TYPES } from '@/lib/pricing/types';
import { MAX_DAYS_AHEAD } from '@/lib/search/url';
import { DateField } from './date-field';
import type { FormErrors, FormValues } from './form-values';
import { OtherReturn } from './other-return';
import { PortPair } from './port-pair';
import { VehicleField } from './vehicle-field';
import { WaitOnSubmit } from './wait-on-submit';

interface SearchFormProps {
  readonly values: FormValues;
  readonly ports: readonly NamedPort[];
  /** Today where the traveller is likely to be, `YYYY-MM-DD`: the first day that can be chosen. */
  readonly today: string;
  readonly errors?: FormErrors;
}

/** The search form: a plain GET form that the server understands; scripts only make it quicker to fill in. */
export function SearchForm({ values, ports, today, errors = {} }: SearchFormProps) {
  const t = useTranslations('search.form');
  const ui = useTranslations('ui.count');
  const locale = useLocale() as Locale;
  const named = ports.map(({ code, country, names }) => ({ code, country, names }));
  const last = addDays(today, MAX_DAYS_AHEAD);
  const port = { ports: named, locale };
  const kinds = useTranslations('pricing.vehicle');
  const vehicles = ['none', ...VEHICLE_TYPES].map((type) => [type, kinds(type)] as const);
  const count = (name: 'adults' | 'children' | 'infants' | 'pets', min: number, max: number) => (
    <Count
      name={name}
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      value={values[name]}
      min={min}
      max={max}
      less={ui('less', { name: t(`${name}.label`) })}
      more={ui('more', { name: t(`${name}.label`) })}
    />
  );
  return (
    <form className="card finder" action={`/${locale}/search`} method="get" aria-label={t('label')}>
      <div className="finder__top">
        <fieldset className="tabs">
          <legend className="sr">{t('trip')}</legend>
          {(['return', 'one-way'] as const).map((trip) => (
            <label key={trip}>
              {t(trip)}
              <input type="radio" name="trip" value={trip} defaultChecked={values.trip === trip} />
            </label>
          ))}
        </fieldset>
      </div>
      <div className="finder__grid">
        <PortPair
          from={values.from}
          to={values.to}
          texts={{ from: t('from'), to: t('to'), swap: t('swap') }}
          errors={{ from: errors.from, to: errors.to }}
          {...port}
        />
        <div className="finder__dates">
          <DateField
            name="date"
            label={t('date')}
            value={values.date}
            min={today}
            max={last}
            error={errors.date}
          />
          <div className="finder__back">
            <DateField
              name="return"
              label={t('returnDate')}
              value={values.return}
              min={today}
              max={last}
              error={errors.return}
            />
          </div>
        </div>
        <div className="finder__who">
          {count('adults', 1, PARTY_LIMITS.passengers)}
          {count('children', 0, PARTY_LIMITS.passengers - 1)}
          {count('infants', 0, PARTY_LIMITS.infantsPerAdult * 3)}
          {count('pets', 0, PARTY_LIMITS.pets)}
        </div>
        {errors.adults && (
          <p className="field__err finder__wide">
            <Icon name="warning" className="i--s" />
            {errors.adults}
          </p>
        )}
        <div className="finder__end">
          <VehicleField
            name="vehicle"
            label={t('vehicle')}
            value={values.vehicle}
            choices={vehicles}
            error={errors.vehicle}
          />
          <button type="submit" className="btn btn--act btn--big btn--wide">
            {t('submit')}
            <Icon name="arrow-right" />
          </button>
        </div>
        <details
          className="finder__more finder__wide"
          open={values.vehicle2 !== 'none' || values.rfrom !== '' || values.rto !== ''}
        >
          <summary className="small">
            {t('more')}
            <Icon name="chevron-down" className="i--s" />
          </summary>
          <div className="finder__extra">
            <VehicleField name="vehicle2" label={t('vehicle2')} value={values.vehicle2} choices={vehicles} />
            <OtherReturn
              ends={[
                { name: 'rfrom', label: t('rfrom'), value: values.rfrom, error: errors.rfrom },
                { name: 'rto', label: t('rto'), value: values.rto, error: errors.rto },
              ]}
              reversed={t('reversed')}
              {...port}
            />
          </div>
        </details>
      </div>
      <WaitOnSubmit sentence={t('waiting')} />
    </form>
  );
}
