import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { type Press, pressText } from './comfort';

interface QuantityProps {
  readonly of: Omit<Press, 'by'>;
  readonly name: string;
  readonly value: number;
  /** False when one more is not to be had, or not allowed. */
  readonly canAdd: boolean;
}

/**
 * Minus, how many, plus. Each press sends the form: the hold takes or frees the place at once, so that the count, the
 * price and what is left are the truth, with and without JavaScript.
 */
export function Quantity({ of, name, value, canAdd }: QuantityProps) {
  const t = useTranslations('ui.count');
  return (
    <fieldset className="count__ctl" aria-label={name}>
      <button
        type="submit"
        name="press"
        value={pressText({ ...of, by: -1 })}
        aria-label={t('less', { name })}
        disabled={value === 0}
      >
        <Icon name="minus" />
      </button>
      <span className="count__n">{value}</span>
      <button
        type="submit"
        name="press"
        value={pressText({ ...of, by: 1 })}
        aria-label={t('more', { name })}
        disabled={!canAdd}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  );
}
