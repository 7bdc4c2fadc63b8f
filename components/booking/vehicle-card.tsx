import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { ALL_MAKES } from '@/lib/booking/make-name-rules';
import { formatCents } from '@/lib/i18n/format';
import { legPlace } from '@/lib/inventory/leg-place-rules';
import type { HoldLegView } from '@/lib/inventory/views';
import type { Locale } from '@/lib/kernel/locale';
import { crossingOnly, quoteLeg } from '@/lib/pricing/quote';
import { ACCESSORIES, VEHICLE_TYPES, type VehicleItem } from '@/lib/pricing/types';
import { ACCESSORY_SIZE, outerSize } from '@/lib/pricing/vehicle-rules';
import { SelectField, TextField } from './fields';
import { fieldName, type VehicleDraft } from './form/draft';
import { typedMetres } from './form/typed-values';
import { SHOWN_FIELDS, shownName, shownVehicle, WITHOUT_PLATE } from './form/vehicle-input';
import { ModelsOfMake } from './models-of-make';
import { fieldId, type Problems } from './problem-text';
import { SizesOfType } from './sizes-of-type';

interface VehicleCardProps {
  readonly index: number;
  readonly held: VehicleItem;
  readonly typed: VehicleDraft;
  /** Identifier of the list that suggests models for the make; none where no model of it is known. */
  readonly models: string | undefined;
  readonly problems: Problems;
  readonly legs: readonly HoldLegView[];
  readonly isOnly: boolean;
}

/** One vehicle: what it is, how large, and what that costs on each crossing. */
export function VehicleCard({ index, held, typed, models, problems, legs, isOnly }: VehicleCardProps) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.vehicle');
  const types = useTranslations('pricing.vehicle');
  const decimal = locale === 'en' ? '.' : ',';
  const shown = shownVehicle(typed, held, decimal);
  const path = (field: string) => fieldName('vehicles', index, field);
  const heading = `vehicle-${index}`;
  return (
    <section className="card stack stack--3" aria-labelledby={heading}>
      <div className="who">
        <span className="who__n">
          <Icon name="car" />
        </span>
        <div>
          <h2 id={heading} tabIndex={-1}>
            {isOnly ? t('titleOnly') : t('title', { number: index + 1 })}
          </h2>
          <p className="small muted">{types(held.type)}</p>
        </div>
        <button type="submit" className="btn btn--quiet push" name="do" value={`remove:${index}`}>
          <Icon name="close" className="i--s" />
          {t('remove')}
        </button>
      </div>
      <input type="hidden" name={path('key')} value={typed.key} />
      {SHOWN_FIELDS.map((field) => (
        <input key={field} type="hidden" name={shownName(index, field)} value={shown[field]} />
      ))}
      <div className="fields">
        <SelectField path={path('type')} label={t('type')} span="c12" problems={problems} value={shown.type}>
          {VEHICLE_TYPES.map((type) => (
            <option key={type} value={type}>
              {types(type)}
            </option>
          ))}
        </SelectField>
        <TextField
          path={path('make')}
          label={t('make')}
          hint={t('makeHint')}
          problems={problems}
          value={shown.make}
          list={ALL_MAKES}
          autoComplete="off"
          maxLength={40}
        />
        <TextField
          path={path('model')}
          label={t('model')}
          problems={problems}
          value={shown.model}
          list={models}
          autoComplete="off"
          maxLength={40}
        />
        <ModelsOfMake make={fieldId(path('make'))} model={fieldId(path('model'))} />
        {WITHOUT_PLATE.includes(held.type) ? null : (
          <TextField
            path={path('plate')}
            label={t('plate')}
            hint={t('plateHint')}
            span="c4"
            problems={problems}
            value={shown.plate}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={20}
          />
        )}
        <TextField
          path={path('lengthCm')}
          label={t('length')}
          hint={t('lengthHint')}
          span="c4"
          unit="m"
          problems={problems}
          value={shown.lengthCm}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
        />
        <TextField
          path={path('heightCm')}
          label={t('height')}
          hint={t('heightHint')}
          span="c4"
          unit="m"
          problems={problems}
          value={shown.heightCm}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
        />
        <SizesOfType
          type={fieldId(path('type'))}
          sizes={[fieldId(path('lengthCm')), fieldId(path('heightCm'))]}
          decimal={decimal}
        />
        <Accessories path={path('accessories')} chosen={shown.accessories} decimal={decimal} />
      </div>
      <VehiclePrice index={index} held={held} legs={legs} />
    </section>
  );
}

function Accessories({ path, chosen, decimal }: { path: string; chosen: string; decimal: ',' | '.' }) {
  const t = useTranslations('booking.vehicle');
  const names = useTranslations('pricing.accessory');
  return (
    <fieldset className="field c12">
      <legend className="label">{t('accessories')}</legend>
      {ACCESSORIES.map((accessory) => {
        const { heightCm, lengthCm } = ACCESSORY_SIZE[accessory];
        return (
          <label key={accessory} className="check">
            <input
              type="checkbox"
              id={`${fieldId(path)}-${accessory}`}
              name={path}
              value={accessory}
              defaultChecked={chosen.split(',').includes(accessory)}
            />
            <span>
              {names(accessory)}{' '}
              <span className="muted">
                {heightCm > 0
                  ? t('addsHeight', { metres: typedMetres(heightCm, decimal) })
                  : t('addsLength', { metres: typedMetres(lengthCm, decimal) })}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** What this vehicle alone costs on each leg, by the hold's own tariff, and a button that works it out again. */
function VehiclePrice({ index, held, legs }: Pick<VehicleCardProps, 'index' | 'held' | 'legs'>) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.vehicle');
  const names = useTranslations('legs');
  const size = outerSize(held);
  const decimal = locale === 'en' ? '.' : ',';
  const alone = { passengers: [], vehicles: [held], pets: 0 };
  const cents = (leg: HoldLegView) =>
    quoteLeg(leg.position, alone, leg.tariff, crossingOnly(leg.selection.fareFamily)).reduce(
      (sum, line) => sum + line.totalCents,
      0,
    );
  return (
    <div className="alert">
      <Icon name="info" />
      <div className="stack stack--1 grow">
        <p>
          {t('outer', {
            length: typedMetres(size.lengthCm, decimal),
            height: typedMetres(size.heightCm, decimal),
          })}{' '}
          {legs
            .map((leg, index) => {
              const price = formatCents(cents(leg), locale);
              if (legs.length === 1) return t('priceOneWay', { price });
              const name = names(legPlace(legs, leg.position));
              return t('priceLeg', { leg: index === 0 ? name : name.toLocaleLowerCase(locale), price });
            })
            .join(legs.length > 1 ? t('priceJoin') : '')}
          .
        </p>
        <p>
          <button type="submit" className="btn" name="do" value={`price:${index}`}>
            {t('reprice')}
          </button>
        </p>
      </div>
    </div>
  );
}
