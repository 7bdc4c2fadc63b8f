import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import { fieldId, type Problems, type ProblemTexts, problemText } from './problem-text';
import { TakeFocus } from './take-focus';

const PLACE = /^(passengers|vehicles)\.(\d+)\.(.+)$/;

/** All that is to be corrected, on top of the form, each with a link to its field. `round` changes with every try. */
export function ErrorSummary({ problems, round }: { problems: Problems; round: string }) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.errors');
  const names = useTranslations('booking.errors.field') as unknown as ProblemTexts;
  const texts = useTranslations('booking.problem') as unknown as ProblemTexts;
  const entries = Object.entries(problems).flatMap(([path, [first]]) => (first ? [{ path, first }] : []));
  if (entries.length === 0) return null;
  const nameOf = (path: string) => {
    const match = PLACE.exec(path);
    const key = (match?.[3] ?? path).replaceAll('.', '-');
    const field = names.has(key) ? names(key) : names('other');
    if (!match) return field;
    return t(match[1] === 'vehicles' ? 'vehicle' : 'passenger', { number: Number(match[2]) + 1, field });
  };
  return (
    <TakeFocus key={round} id="errors" className="alert alert--err">
      <Icon name="warning" />
      <div>
        <b>{t('title', { count: entries.length })}</b>
        <ul className="errs">
          {entries.map(({ path, first }) => (
            <li key={path}>
              <a href={`#${fieldId(path)}`}>{nameOf(path)}</a>
              {locale === 'fr' ? '\u00a0: ' : ': '}
              {problemText(texts, first, locale)}
            </li>
          ))}
        </ul>
      </div>
    </TakeFocus>
  );
}
