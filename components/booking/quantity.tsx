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
 * price and what is left are the truth, with and without JavaScript. A button that can do nothing more says so and sends
 * nothing, but is not `disabled`: it has just been pressed, and would lose the focus.
 */
export function Quantity({ of, name, value, canAdd }: QuantityProps) {
  const t = useTranslations('ui.count');
  return (
    <fieldset className="count__ctl" aria-label={name}>
      <PressButton press={{ ...of, by: -1 }} label={t('less', { name })} can={value > 0} />
      <output className="count__n">{value}</output>
      <PressButton press={{ ...of, by: 1 }} label={t('more', { name })} can={canAdd} />
    </fieldset>
  );
}

function PressButton({ press, label, can }: { press: Press; label: string; can: boolean }) {
  return (
    <button
      type={can ? 'submit' : 'button'}
      name="press"
      value={pressText(press)}
      aria-label={label}
      aria-disabled={!can}
    >
      <Icon name={press.by < 0 ? 'minus' : 'plus'} />
    </button>
  );
}
