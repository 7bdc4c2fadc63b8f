'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { formatCents } from '@/lib/i18n/format';
import type { Locale } from '@/lib/kernel/locale';
import { keepChoice, keptChoice } from './kept-choice';
import { keepSearch } from './kept-searches';
import { formOf, readChoice, useChoice } from './use-choice';
import { useSteps } from './use-steps';

interface ChoiceBarProps {
  /** Id of the form whose radio buttons `leg0` and `leg1` are watched. */
  readonly form: string;
  readonly legs: 1 | 2;
  readonly locale: Locale;
  /** The path of the search, remembered on this device. */
  readonly path: string;
  readonly title: string;
  readonly texts: {
    readonly chooseOutbound: string;
    readonly chooseReturn: string;
    readonly outbound: string;
    readonly total: string;
    readonly toReturn: string;
    readonly go: string;
    readonly going: string;
  };
}

/** The total of what is chosen and the next step, always in sight. Without its script the button alone works. */
export function ChoiceBar({ form, legs, locale, path, title, texts }: ChoiceBarProps) {
  const chosen = useChoice(form, legs);
  const [asked, setAsked] = useState(false);
  const going = useGoing({ form, legs, path, onLack: () => setAsked(true) });
  const step = useSteps(form, legs);
  useEffect(() => keepSearch({ path, title }), [path, title]);

  const picked = chosen.flatMap((each) => (each ? [each] : []));
  const cents = picked.reduce((sum, each) => sum + each.cents, 0);
  const complete = picked.length === legs;
  const lacks = chosen[0] ? texts.chooseReturn : texts.chooseOutbound;
  return (
    <div className="bar">
      <div className="wrap bar__in">
        <div aria-live="polite">
          <small className={asked && !complete ? 'bar__lack' : undefined}>
            {picked.length === 0 || (asked && !complete)
              ? lacks
              : picked.map((each) => each.name).join(' + ')}
          </small>
          {picked.length > 0 && (
            <p className="price">
              <span className="sr">{complete ? texts.total : texts.outbound} </span>
              {formatCents(cents, locale)}
            </p>
          )}
        </div>
        {legs === 2 && step === 0 && chosen[0] ? (
          <a className="btn btn--act" href="#retour">
            {texts.toReturn}
            <Icon name="arrow-right" />
          </a>
        ) : (
          <button type="submit" form={form} className="btn btn--act" aria-disabled={going}>
            {going ? texts.going : texts.go}
            {!going && <Icon name="arrow-right" />}
          </button>
        )}
      </div>
    </div>
  );
}

interface Going {
  readonly form: string;
  readonly legs: 1 | 2;
  readonly path: string;
  /** Called when the form is sent with a leg not chosen: it is not sent. */
  readonly onLack: () => void;
}

/** Watches the form on its way: the choice is kept for this tab, and sent once. */
function useGoing({ form, legs, path, onLack }: Going): boolean {
  const [going, setGoing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what happens then does not decide when to listen
  useEffect(() => {
    const element = formOf(form);
    if (!element) return;
    restore(element, keptChoice(path));
    let sent = false;
    const keep = () => {
      keepChoice(
        path,
        readChoice(element, legs).map((each) => each?.value ?? ''),
      );
    };
    const onSubmit = (event: SubmitEvent) => {
      if (readChoice(element, legs).includes(null)) onLack();
      if (sent || readChoice(element, legs).includes(null)) return event.preventDefault();
      sent = true;
      setGoing(true);
    };
    const onShow = () => {
      sent = false;
      setGoing(false);
    };
    element.addEventListener('change', keep);
    element.addEventListener('submit', onSubmit);
    window.addEventListener('pageshow', onShow);
    return () => {
      element.removeEventListener('change', keep);
      element.removeEventListener('submit', onSubmit);
      window.removeEventListener('pageshow', onShow);
    };
  }, [form, legs, path]);
  return going;
}

/** Chooses again what is still there, and tells the listeners. */
function restore(form: HTMLFormElement, values: readonly string[]): void {
  for (const [leg, value] of values.entries()) {
    const radios = form.querySelectorAll<HTMLInputElement>(`input[name=leg${leg}]`);
    const radio = [...radios].find((each) => each.value === value);
    if (radio && !radio.checked) radio.checked = true;
  }
  form.dispatchEvent(new Event('change'));
}
