/** The field of a new password: typed once, with a way to look at it. */

import type { ReactElement } from 'react';
import type { Problem } from '../problem.ts';
import type { Locale } from '../text/locale.ts';
import { signInMessages } from '../text/sign-in.ts';
import { Field } from './fields.tsx';

/** The script puts a button beside it that shows what was typed; its words stand in the attributes. */
export function NewPassword({
  name = 'password',
  label,
  locale,
  problems,
}: {
  readonly name?: string;
  readonly label: string;
  readonly locale: Locale;
  readonly problems: readonly Problem[];
}): ReactElement {
  const t = signInMessages(locale);
  return (
    <div data-password data-show={t.showPassword} data-hide={t.hidePassword}>
      <Field
        name={name}
        type="password"
        label={label}
        hint={t.passwordHint}
        locale={locale}
        required
        problems={problems}
        autoComplete="new-password"
      />
    </div>
  );
}
