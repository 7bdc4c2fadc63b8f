'use client';

import { type FormEvent, useActionState } from 'react';

/** What the form shows after a try: what was typed, and why it led nowhere. */
export interface FindTripState {
  readonly reference: string;
  readonly email: string;
  readonly problem: string | null;
  /** Number of the try, so that the same answer twice is announced twice. */
  readonly round: number;
}

export interface FindTripTexts {
  readonly reference: string;
  readonly referenceHint: string;
  readonly email: string;
  readonly submit: string;
}

interface FindTripFormProps {
  readonly action: (state: FindTripState, form: FormData) => Promise<FindTripState>;
  readonly texts: FindTripTexts;
}

const NOTHING: FindTripState = { reference: '', email: '', problem: null, round: 0 };

/** Reference and e-mail; works without JavaScript too, and never puts either into an address. */
export function FindTripForm({ action, texts }: FindTripFormProps) {
  const [state, send, isPending] = useActionState(action, NOTHING);
  // Neither the button switches itself off nor the form is made anew: the focus stays where it is.
  const sendOnce = (event: FormEvent) => {
    if (isPending) event.preventDefault();
  };
  return (
    <form action={send} onSubmit={sendOnce} className="card stack stack--3" noValidate>
      {state.problem ? (
        <div className="alert alert--err" role="alert" key={state.round}>
          <svg className="i" aria-hidden="true">
            <use href="/icons.svg#warning" />
          </svg>
          <div id="find-problem">{state.problem}</div>
        </div>
      ) : null}
      <div className="fields">
        <div className="field">
          <label htmlFor="find-reference">{texts.reference}</label>
          <input
            id="find-reference"
            name="reference"
            defaultValue={state.reference}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            aria-describedby="find-reference-hint"
            required
          />
          <p className="field__hint" id="find-reference-hint">
            {texts.referenceHint}
          </p>
        </div>
        <div className="field">
          <label htmlFor="find-email">{texts.email}</label>
          <input
            id="find-email"
            name="email"
            type="email"
            defaultValue={state.email}
            autoComplete="email"
            inputMode="email"
            maxLength={254}
            required
          />
        </div>
      </div>
      <div className="state__acts">
        <button type="submit" className="btn btn--act btn--big" aria-disabled={isPending}>
          {texts.submit}
        </button>
      </div>
    </form>
  );
}
