import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import type { Press } from './comfort';
import { Quantity } from './quantity';

interface ComfortCardProps {
  readonly of: Omit<Press, 'by'>;
  readonly picture: ReactNode;
  readonly name: string;
  readonly about: string;
  /** The name of the leg within a sentence: « aller ». */
  readonly place: string;
  readonly priceCents: number;
  /** What the price is for. */
  readonly each: string;
  readonly chosen: number;
  readonly canAdd: boolean;
  /** True when there is none to be had: it is told, not offered. */
  readonly isFull?: boolean;
  /** On one line. */
  readonly isSlim?: boolean;
  /** What is left of it. */
  readonly left?: ReactNode;
}

/** Something that makes the crossing pleasant: what it is, what one costs, and how many are taken. */
export function ComfortCard(props: ComfortCardProps) {
  const { of, picture, name, about, place, priceCents, each, chosen, canAdd, isFull, isSlim, left } = props;
  const locale = useLocale() as Locale;
  const state = chosen > 0 ? 'is-on' : isFull ? 'is-full' : '';
  return (
    <article className={`cab ${isSlim ? 'cab--slim ' : ''}${state}`}>
      {picture}
      <div className="cab__t">
        <h3>{name}</h3>
        <p className="small muted">{about}</p>
        {left && <p>{left}</p>}
      </div>
      <div className="cab__p">
        <p>
          <span className="price price--m">{formatCents(priceCents, locale)}</span>{' '}
          <span className="xs muted">{each}</span>
        </p>
        {isFull ? null : <Quantity of={of} name={`${name}, ${place}`} value={chosen} canAdd={canAdd} />}
      </div>
    </article>
  );
}
