import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { DocumentNeed } from '@/lib/booking/document-rules';
import { SEXES, TITLES } from '@/lib/booking/types';
import type { Locale } from '@/lib/kernel/locale';
import type { AgeBands } from '@/lib/network/types';
import type { PassengersProblem } from '@/lib/pricing/party-rules';
import type { PassengerType } from '@/lib/pricing/types';
import { ageTexts } from './age-texts';
import { countriesIn } from './countries';
import { ChoiceField, SelectField, TextField } from './fields';
import type { ContactDraft, PassengerDraft } from './form/draft';
import { fieldName } from './form/draft';
import { PassengerDocument } from './passenger-document';
import { PassengerRemoval } from './passenger-removal';
import { fieldId, type Problems } from './problem-text';

interface PassengerCardProps {
  readonly index: number;
  readonly type: PassengerType;
  readonly bands: AgeBands;
  readonly typed: PassengerDraft;
  /** The first adult answers for the booking: phone and e-mail are asked there, and there alone they are given. */
  readonly contact: ContactDraft | null;
  readonly problems: Problems;
  readonly document: DocumentNeed;
  readonly isComplete: boolean;
  readonly isOpen: boolean;
  /** The fare type that the birth date asks for, when it is another one. */
  readonly ageType: PassengerType | null;
  /** Why this traveller cannot be taken off the booking. */
  readonly stays: PassengersProblem | null;
  /** True for a party of one, of whom nobody would think of leaving. */
  readonly isAlone: boolean;
}

/** One traveller: folded when complete, open where something is to be typed. */
export function PassengerCard(props: PassengerCardProps) {
  const { index, type, typed, isComplete, isOpen } = props;
  const t = useTranslations('booking.passenger');
  const name = `${typed.givenName} ${typed.familyName}`.trim();
  const title = name || t('title', { number: index + 1 });
  const heading = `passenger-${index}`;
  const state = isComplete ? t('complete') : t('incomplete');
  const about = t(`type.${type}`, ageTexts(props.bands));
  return (
    <section className="card card--tight" aria-labelledby={heading}>
      <input type="hidden" name={fieldName('passengers', index, 'type')} value={type} />
      <input type="hidden" name={fieldName('passengers', index, 'key')} value={typed.key} />
      <details open={isOpen}>
        <summary>
          <span className="who">
            <span className="who__n">
              <Icon name={type === 'adult' ? 'passenger' : 'child'} />
            </span>
            <span>
              <h3 id={heading}>{title}</h3>
              <span className="small muted who__about">
                {name ? `${t('title', { number: index + 1 })} · ` : ''}
                {about} · {state}
              </span>
            </span>
          </span>
          <Icon name="chevron-down" />
        </summary>
        <PassengerFields {...props} />
        <PassengerRemoval {...props} name={name} />
      </details>
    </section>
  );
}

function PassengerFields(props: PassengerCardProps) {
  const { index, type, typed, problems, contact, document, ageType } = props;
  const t = useTranslations('booking.passenger');
  const path = (field: string) => fieldName('passengers', index, field);
  return (
    <div className="fields">
      <ChoiceField
        path={path('title')}
        label={t('civility')}
        problems={problems}
        value={typed.title}
        options={TITLES.map((value) => ({ value, label: t(`civilities.${value}`) }))}
      />
      <ChoiceField
        path={path('sex')}
        label={t('sex')}
        problems={problems}
        value={typed.sex}
        options={SEXES.map((value) => ({ value, label: t(`sexes.${value}`) }))}
      />
      <TextField
        path={path('givenName')}
        label={t('givenName')}
        problems={problems}
        value={typed.givenName}
        autoComplete={contact ? 'given-name' : 'off'}
        maxLength={60}
      />
      <TextField
        path={path('familyName')}
        label={t('familyName')}
        problems={problems}
        value={typed.familyName}
        autoComplete={contact ? 'family-name' : 'off'}
        maxLength={60}
      />
      <TextField
        path={path('birthDate')}
        label={t('birthDate')}
        hint={t('dayHint')}
        problems={problems}
        value={typed.birthDate}
        autoComplete={contact ? 'bday' : 'off'}
        inputMode="numeric"
        maxLength={20}
      >
        {ageType ? (
          <button className="btn field__fix" type="submit" name="do" value={`retype:${index}:${ageType}`}>
            {t('retype', { type: ageType })}
          </button>
        ) : null}
      </TextField>
      <Nationality
        path={path('nationality')}
        value={typed.nationality}
        problems={problems}
        isFirst={contact !== null}
      />
      {document.required ? (
        <PassengerDocument index={index} typed={typed} problems={problems} accepted={document.accepted} />
      ) : null}
      {contact ? <Contact contact={contact} problems={problems} /> : null}
      {!contact && type === 'adult' ? (
        <TextField
          path={path('phone')}
          label={t('ownPhone')}
          hint={t('ownPhoneHint')}
          problems={problems}
          value={typed.phone}
          type="tel"
          autoComplete="off"
          inputMode="tel"
          maxLength={40}
        />
      ) : null}
      <Assistance index={index} typed={typed} problems={problems} />
    </div>
  );
}

function Nationality(props: { path: string; value: string; problems: Problems; isFirst: boolean }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.passenger');
  const { first, all } = countriesIn(locale);
  return (
    <SelectField
      path={props.path}
      label={t('nationality')}
      problems={props.problems}
      value={props.value}
      autoComplete={props.isFirst ? 'country' : 'off'}
    >
      <option value="">{t('choose')}</option>
      <optgroup label={t('nationalityFirst')}>
        {first.map((country) => (
          <option key={country.code} value={country.code}>
            {country.name}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('nationalityAll')}>
        {all
          .filter((country) => !first.some((each) => each.code === country.code))
          .map((country) => (
            <option key={country.code} value={country.code}>
              {country.name}
            </option>
          ))}
      </optgroup>
    </SelectField>
  );
}

function Contact({ contact, problems }: { contact: ContactDraft; problems: Problems }) {
  const t = useTranslations('booking.passenger');
  return (
    <>
      <TextField
        path="contact.phone"
        label={t('phone')}
        hint={t('phoneHint')}
        problems={problems}
        value={contact.phone}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        maxLength={40}
      />
      <TextField
        path="contact.email"
        label={t('email')}
        hint={t('emailHint')}
        problems={problems}
        value={contact.email}
        type="email"
        autoComplete="email"
        inputMode="email"
        maxLength={254}
      />
    </>
  );
}

function Assistance({ index, typed, problems }: Pick<PassengerCardProps, 'index' | 'typed' | 'problems'>) {
  const t = useTranslations('booking.passenger');
  const needed = fieldName('passengers', index, 'assistance.needed');
  const note = fieldName('passengers', index, 'assistance.note');
  return (
    <div className="c12 assist">
      <label className="check">
        <input
          type="checkbox"
          id={fieldId(needed)}
          name={needed}
          value="yes"
          defaultChecked={typed['assistance.needed'] !== ''}
        />
        <span>
          {t('assistance')} <span className="muted">{t('assistanceNotice')}</span>
        </span>
      </label>
      <div className="assist__note">
        <TextField
          path={note}
          label={t('assistanceNote')}
          problems={problems}
          value={typed['assistance.note']}
          autoComplete="off"
          maxLength={300}
        />
      </div>
    </div>
  );
}
