import { useLocale, useTranslations } from 'next-intl';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Locale } from '@/lib/kernel/locale';
import { fieldId, type Problems, type ProblemTexts, problemText } from './problem-text';

interface Labelled {
  /** Path of the field, which is its name in the form. */
  readonly path: string;
  readonly label: string;
  readonly problems: Problems;
  readonly hint?: string | undefined;
  /** Columns of the twelve; half of them when missing. */
  readonly span?: 'c12' | 'c8' | 'c4' | 'c3' | undefined;
}

type TextProps = Labelled & {
  readonly value: string;
  readonly unit?: string;
  readonly children?: ReactNode;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'autoComplete' | 'inputMode' | 'list' | 'maxLength' | 'autoCapitalize' | 'placeholder'
  >;

/** A text field: label above, hint and error under it. `children` stands below, for a button that helps. */
export function TextField({ path, label, problems, hint, span, value, unit, children, ...input }: TextProps) {
  const id = fieldId(path);
  const control = (
    <input id={id} name={path} defaultValue={value} {...input} {...described(path, problems, hint)} />
  );
  return (
    <div className={`field ${span ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {unit ? (
        <div className="field__box unit">
          {control}
          <span aria-hidden="true">{unit}</span>
        </div>
      ) : (
        control
      )}
      <Below path={path} problems={problems} hint={hint} />
      {children}
    </div>
  );
}

type SelectProps = Labelled & {
  readonly value: string;
  readonly autoComplete?: string;
  readonly children: ReactNode;
};

/** A choice out of a list; `children` are its options. */
export function SelectField({
  path,
  label,
  problems,
  hint,
  span,
  value,
  autoComplete,
  children,
}: SelectProps) {
  const id = fieldId(path);
  return (
    <div className={`field ${span ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className="field__box">
        <select
          id={id}
          name={path}
          defaultValue={value}
          autoComplete={autoComplete}
          {...described(path, problems, hint)}
        >
          {children}
        </select>
        <Icon name="chevron-down" className="i--end" />
      </div>
      <Below path={path} problems={problems} hint={hint} />
    </div>
  );
}

type ChoiceProps = Labelled & {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** Two or three answers side by side. */
export function ChoiceField({ path, label, problems, hint, span, value, options }: ChoiceProps) {
  const id = fieldId(path);
  return (
    <fieldset className={`field ${span ?? ''}`}>
      <legend className="label field__over">{label}</legend>
      <div className="tabs tabs--field">
        {options.map((option, index) => (
          <label key={option.value}>
            {option.label}
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={path}
              value={option.value}
              defaultChecked={value === option.value}
              {...described(path, problems, hint)}
            />
          </label>
        ))}
      </div>
      <Below path={path} problems={problems} hint={hint} />
    </fieldset>
  );
}

function described(path: string, problems: Problems, hint: string | undefined) {
  const wrong = (problems[path]?.length ?? 0) > 0;
  const ids = [wrong ? `${fieldId(path)}-error` : '', hint ? `${fieldId(path)}-hint` : ''].filter(Boolean);
  return {
    ...(wrong && { 'aria-invalid': true as const }),
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
  };
}

function Below({ path, problems, hint }: Pick<Labelled, 'path' | 'problems' | 'hint'>) {
  const t = useTranslations('booking.problem') as unknown as ProblemTexts;
  const locale = useLocale() as Locale;
  const [problem] = problems[path] ?? [];
  return (
    <>
      {hint ? (
        <p className="field__hint" id={`${fieldId(path)}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="field__err" id={`${fieldId(path)}-error`}>
          <Icon name="warning" />
          {problemText(t, problem, locale)}
        </p>
      ) : null}
    </>
  );
}
