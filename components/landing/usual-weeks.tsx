import { useLocale, useTranslations } from 'next-intl';
import { formatDuration, formatWeekday } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { SEASONS, type SeasonTable, type UsualDeparture } from '@/lib/sailings/timetable-rules';

interface UsualWeeksProps {
  readonly weeks: readonly SeasonTable[];
  /** The name of an operator by its code. */
  readonly operator: (code: string) => string;
}

const COLUMNS = ['days', 'operator', 'departs', 'arrives', 'minutes'] as const;

/** The timetable of a line as a week, once where all seasons are alike. */
export function UsualWeeks({ weeks, operator }: UsualWeeksProps) {
  const t = useTranslations('line.week');
  const locale = useLocale() as Locale;
  const days = ({ weekdays, rhythm }: UsualDeparture) => {
    if (rhythm === 'every-other-day') return t('everyOther');
    const names = weekdays.map((weekday) => formatWeekday(weekday, locale, 'short')).join(', ');
    const told = weekdays.length === 7 ? t('daily') : names;
    return rhythm === 'some-weeks' ? t('some', { days: told }) : told;
  };
  const isAllYear = (seasons: SeasonTable['seasons']) => seasons.length === SEASONS.length;
  return (
    <section className="stack" aria-labelledby="l-w">
      <h2 id="l-w">{t('title')}</h2>
      {weeks.map(({ seasons, departures }) => {
        const season = isAllYear(seasons) ? t('all') : seasons.map((each) => t(each)).join(', ');
        return (
          <div key={season} className="scroll">
            <table className="table times weeks">
              <caption>
                <b>{season}</b>
              </caption>
              <thead>
                <tr>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col">
                      {t(column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {departures.map((each) => (
                  <tr key={`${each.operatorCode} ${each.departs} ${each.minutes} ${each.weekdays.join()}`}>
                    <th scope="row">{days(each)}</th>
                    <td>{operator(each.operatorCode)}</td>
                    <td>{each.departs}</td>
                    <td>
                      {each.arrives}
                      {each.daysLater > 0 && ` (+${each.daysLater})`}
                    </td>
                    <td>{formatDuration(each.minutes, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
      {!weeks.some(({ seasons }) => isAllYear(seasons)) && <p className="xs muted">{t('local')}</p>}
    </section>
  );
}
