import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

interface QuickSearchProps {
  readonly locale: string;
  readonly from: string;
  readonly to: string;
  readonly date: string;
  readonly today: string;
}

const VEHICLES = ['none', 'car', 'suv', 'van', 'motorcycle', 'camper', 'bicycle'] as const;
const ADULTS = [1, 2, 3, 4, 5, 6] as const;

/** When, how many, with what: the search of one line, as a plain form. */
export function QuickSearch({ locale, from, to, date, today }: QuickSearchProps) {
  const t = useTranslations('line.search');
  const party = useTranslations('search.party');
  return (
    <form className="card quick" action={`/${locale}/search`} aria-label={t('label')}>
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <label className="field">
        <span>{t('date')}</span>
        <span className="field__box">
          <input type="date" name="date" defaultValue={date} min={today} required />
        </span>
      </label>
      <label className="field">
        <span>{t('adults')}</span>
        <span className="field__box">
          <select name="adults" defaultValue="2">
            {ADULTS.map((count) => (
              <option key={count} value={count}>
                {party('adults', { count })}
              </option>
            ))}
          </select>
        </span>
      </label>
      <label className="field">
        <span>{t('vehicle')}</span>
        <span className="field__box">
          <select name="vehicle" defaultValue="car">
            {VEHICLES.map((type) => (
              <option key={type} value={type}>
                {type === 'none' ? t('none') : party(`vehicles.${type}`)}
              </option>
            ))}
          </select>
        </span>
      </label>
      <button className="btn btn--act btn--big" type="submit">
        <Icon name="search" />
        {t('go')}
      </button>
    </form>
  );
}
