/** Parts of a form: labelled fields with their problem, the summary on top, controls that say why they are off. */
import type { ReactElement, ReactNode } from 'react';
import type { Problem, Refusal } from '../problem.ts';
import type { Locale } from '../text/locale.ts';
import { officeMessages } from '../text/office.ts';
import { officeProblemText, refusalText } from '../text/office-problems.ts';

export interface FieldProps {
  /** Also the id; unique on the page. */
  readonly name: string;
  readonly label: ReactNode;
  readonly locale: Locale;
  readonly value?: string;
  readonly hint?: ReactNode;
  readonly required?: boolean;
  readonly problems?: readonly Problem[];
  /** Language of the text that is typed, where it is not the page's. */
  readonly lang?: string;
  readonly readOnly?: boolean;
}

/** One line: text, e-mail, password, date, number, search. */
export function Field(
  props: FieldProps & {
    readonly type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'url' | 'search' | 'datetime-local';
    readonly autoComplete?: string;
    readonly inputMode?: 'numeric' | 'decimal';
    readonly maxLength?: number;
  },
): ReactElement {
  const { name, value, required, lang, readOnly } = props;
  return (
    <Labelled {...props}>
      {(described, invalid) => (
        <input
          className="ds-input"
          id={name}
          name={name}
          type={props.type ?? 'text'}
          defaultValue={value}
          required={required}
          aria-required={required}
          aria-invalid={invalid || undefined}
          aria-describedby={described}
          autoComplete={props.autoComplete}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          lang={lang}
          readOnly={readOnly}
        />
      )}
    </Labelled>
  );
}

/** Several lines. */
export function TextArea(props: FieldProps & { readonly rows?: number }): ReactElement {
  const { name, value, required, lang, readOnly, rows = 4 } = props;
  return (
    <Labelled {...props}>
      {(described, invalid) => (
        <textarea
          className="ds-input"
          id={name}
          name={name}
          rows={rows}
          defaultValue={value}
          required={required}
          aria-invalid={invalid || undefined}
          aria-describedby={described}
          lang={lang}
          readOnly={readOnly}
        />
      )}
    </Labelled>
  );
}

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** One of a list. */
export function Select(props: FieldProps & { readonly choices: readonly Choice[] }): ReactElement {
  const { name, value, required, choices } = props;
  return (
    <Labelled {...props}>
      {(described, invalid) => (
        <select
          className="ds-input"
          id={name}
          name={name}
          defaultValue={value}
          required={required}
          aria-invalid={invalid || undefined}
          aria-describedby={described}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Some or one of a short list, all seen at once. */
export function Choices(
  props: Omit<FieldProps, 'value'> & {
    readonly kind: 'checkbox' | 'radio';
    readonly choices: readonly Choice[];
    readonly chosen: readonly string[];
  },
): ReactElement {
  const { name, label, locale, hint, problems = [], kind, choices, chosen } = props;
  const mine = problems.filter((p) => p.place.field === name);
  return (
    <fieldset
      className="field"
      aria-describedby={mine.length > 0 ? `${name}-problem` : undefined}
      id={name}
      tabIndex={-1}
    >
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      <ProblemsOf name={name} mine={mine} locale={locale} />
      {choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type={kind}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />{' '}
          {choice.name}
        </label>
      ))}
    </fieldset>
  );
}

/** A button that acts; when refused it is off and says why. `primary` at most once a page. */
export function Act({
  name,
  locale,
  refused = null,
  primary = false,
  value,
  danger = false,
}: {
  readonly name: string;
  readonly locale: Locale;
  readonly refused?: Refusal | null;
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** Sent as `act`, where a form has several buttons. */
  readonly value?: string;
}): ReactElement {
  return (
    <span className="act">
      <button
        type="submit"
        className="ds-button"
        data-variant={primary ? 'primary' : 'secondary'}
        data-color={danger ? 'danger' : undefined}
        disabled={refused !== null}
        name={value === undefined ? undefined : 'act'}
        value={value}
      >
        {name}
      </button>
      {refused === null ? null : <span className="why">{refusalText(refused, locale)}</span>}
    </span>
  );
}

/** The summary on top of a form that was not taken; gets the focus when the page opens. */
export function Problems({
  problems,
  locale,
}: {
  problems: readonly Problem[];
  locale: Locale;
}): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <div className="problems" role="alert" tabIndex={-1} data-focus>
      <h2>{officeMessages(locale).problems}</h2>
      <ul>
        {problems.map((problem, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list is made once
          <li key={i}>
            {problem.place.field === undefined ? (
              officeProblemText(problem, locale)
            ) : (
              <a href={`#${problem.place.field}`}>{officeProblemText(problem, locale)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Labelled(
  props: FieldProps & {
    readonly children: (described: string | undefined, invalid: boolean) => ReactNode;
  },
): ReactElement {
  const { name, label, hint, locale, required, problems = [] } = props;
  const mine = problems.filter((p) => p.place.field === name);
  const described = [hint ? `${name}-hint` : '', mine.length > 0 ? `${name}-problem` : '']
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {required ? null : <span className="optional"> ({officeMessages(locale).optional})</span>}
      </label>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemsOf name={name} mine={mine} locale={locale} />
      {props.children(described || undefined, mine.length > 0)}
    </div>
  );
}

function ProblemsOf({
  name,
  mine,
  locale,
}: {
  name: string;
  mine: readonly Problem[];
  locale: Locale;
}): ReactElement | null {
  return mine.length === 0 ? null : (
    <p className="problem" id={`${name}-problem`}>
      {mine.map((problem) => officeProblemText(problem, locale)).join(' ')}
    </p>
  );
}
