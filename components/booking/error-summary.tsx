import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { FieldProblem } from '@/lib/kernel/errors';
import type { Locale } from '@/lib/kernel/locale';
import { fieldId, type Problems, type ProblemTexts, problemText } from './problem-text';
import { TakeFocus } from './take-focus';

const PLACE = /^(passengers|vehicles)\.(\d+)\.(.+)$/;
/** With more than this, the list names the cards and leaves the fields to them. */
const LISTED_ONE_BY_ONE = 6;

interface Entry {
  readonly path: string;
  readonly first: FieldProblem;
}

interface ErrorSummaryProps {
  readonly problems: Problems;
  /** Changes with every try. */
  readonly round: string;
  /** Index of the passenger on whose card the contact is asked. */
  readonly contactAt?: number;
}

/** All that is to be corrected, on top of the form, with links to the fields. */
export function ErrorSummary({ problems, round, contactAt = 0 }: ErrorSummaryProps) {
  const t = useTranslations('booking.errors');
  const entries = Object.entries(problems).flatMap(([path, [first]]) => (first ? [{ path, first }] : []));
  if (entries.length === 0) return null;
  return (
    <TakeFocus key={round} id="errors" className="alert alert--err">
      <Icon name="warning" />
      <div>
        <b>{t('title', { count: entries.length })}</b>
        <ul className="errs">
          {entries.length > LISTED_ONE_BY_ONE
            ? cardsOf(entries, contactAt).map((card) => <CardEntry key={card.path} {...card} />)
            : entries.map((entry) => <FieldEntry key={entry.path} {...entry} />)}
        </ul>
      </div>
    </TakeFocus>
  );
}

function FieldEntry({ path, first }: Entry) {
  const locale = useLocale() as Locale;
  const t = useTranslations('booking.errors');
  const names = useTranslations('booking.errors.field') as unknown as ProblemTexts;
  const texts = useTranslations('booking.problem') as unknown as ProblemTexts;
  const match = PLACE.exec(path);
  const key = (match?.[3] ?? path).replaceAll('.', '-');
  const field = names.has(key) ? names(key) : names('other');
  const number = Number(match?.[2]) + 1;
  const name = match ? t(match[1] === 'vehicles' ? 'vehicle' : 'passenger', { number, field }) : field;
  return (
    <li>
      <a href={`#${fieldId(path)}`}>{name}</a>
      {locale === 'fr' ? '\u00a0: ' : ': '}
      {problemText(texts, first, locale)}
    </li>
  );
}

interface Card {
  readonly kind: 'passengers' | 'vehicles';
  readonly number: number;
  /** The first field to correct on it. */
  readonly path: string;
  readonly count: number;
}

function CardEntry({ kind, number, path, count }: Card) {
  const t = useTranslations('booking.errors');
  return (
    <li>
      <a href={`#${fieldId(path)}`}>
        {t(kind === 'vehicles' ? 'vehicleCard' : 'passengerCard', { number, count })}
      </a>
    </li>
  );
}

/** Entries by the card that they are on. */
function cardsOf(entries: readonly Entry[], contactAt: number): Card[] {
  const cards = new Map<string, Card>();
  for (const { path } of entries) {
    const match = PLACE.exec(path);
    const kind = match?.[1] === 'vehicles' ? 'vehicles' : 'passengers';
    const index = Number(match?.[2] ?? contactAt);
    const key = `${kind}-${index}`;
    const card = cards.get(key);
    cards.set(key, { kind, number: index + 1, path: card?.path ?? path, count: (card?.count ?? 0) + 1 });
  }
  return [...cards.values()];
}
