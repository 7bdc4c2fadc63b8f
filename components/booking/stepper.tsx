import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import { SHOWN_STEPS, STEPS, type Step, stepHref } from './steps';

interface StepperProps {
  readonly locale: Locale;
  readonly holdId: string;
  readonly current: Step;
  /** Whether what was typed on the steps with forms is in order. */
  readonly done: { readonly passengers: boolean; readonly vehicles: boolean };
  /** The results that the crossings were chosen from. */
  readonly sailingsHref: string;
}

/** Where one stands; every step already seen can be opened again. */
export function Stepper({ locale, holdId, current, done, sailingsHref }: StepperProps) {
  const t = useTranslations('booking');
  const at = SHOWN_STEPS.indexOf(current);
  const hrefOf = (name: (typeof SHOWN_STEPS)[number], index: number) => {
    if (name === 'sailings') return sailingsHref;
    const step = STEPS.find((each) => each === name);
    const open = index < at || (done.passengers && (done.vehicles || name === 'vehicles'));
    return step && open ? stepHref(locale, holdId, step) : null;
  };
  return (
    <nav aria-label={t('steps.label')}>
      <ol className="stepper">
        {SHOWN_STEPS.map((name, index) => {
          if (index === at) {
            return (
              <li key={name} aria-current="step">
                <span>
                  {t(`steps.${name}`)}
                  <span> · {t('steps.position', { position: index + 1, count: SHOWN_STEPS.length })}</span>
                </span>
              </li>
            );
          }
          const href = hrefOf(name, index);
          const inOrder = name === 'passengers' || name === 'vehicles' ? done[name] : true;
          const isDone = index < at && inOrder;
          return (
            <li key={name} className={isDone ? 'is-done' : undefined}>
              {href ? (
                <a href={href}>
                  {isDone ? <Icon name="check" /> : null}
                  {t(`steps.${name}`)}
                </a>
              ) : (
                <span>{t(`steps.${name}`)}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
