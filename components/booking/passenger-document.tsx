import { useTranslations } from 'next-intl';
import type { DocumentType } from '@/lib/booking/types';
import { SelectField, TextField } from './fields';
import { fieldName, type PassengerDraft } from './form/draft';
import type { Problems } from './problem-text';

interface PassengerDocumentProps {
  readonly index: number;
  readonly typed: PassengerDraft;
  readonly problems: Problems;
  readonly accepted: readonly DocumentType[];
}

/** The travel document, on routes that cross a border. */
export function PassengerDocument({ index, typed, problems, accepted }: PassengerDocumentProps) {
  const t = useTranslations('booking.passenger');
  const path = (field: string) => fieldName('passengers', index, field);
  return (
    <>
      <SelectField
        path={path('document.type')}
        label={t('document')}
        span="c4"
        problems={problems}
        value={typed['document.type'] || (accepted[0] ?? 'passport')}
      >
        {accepted.map((type) => (
          <option key={type} value={type}>
            {t(`documents.${type}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        path={path('document.number')}
        label={t('documentNumber')}
        span="c4"
        problems={problems}
        value={typed['document.number']}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={40}
      />
      <TextField
        path={path('document.expiresOn')}
        label={t('documentExpiry')}
        span="c4"
        problems={problems}
        value={typed['document.expiresOn']}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
      />
      <TextField
        path={path('placeOfBirth')}
        label={t('placeOfBirth')}
        hint={t('placeOfBirthHint')}
        span="c12"
        problems={problems}
        value={typed.placeOfBirth}
        autoComplete="off"
        maxLength={60}
      />
    </>
  );
}
