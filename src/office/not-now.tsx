/** An act that is allowed but cannot be done as things stand: the reason, and the way back. */
import type { Refusal } from '../problem.ts';
import { officeMessages } from '../text/office.ts';
import { refusalText } from '../text/office-problems.ts';
import type { CityVisit, Reply } from './visit.ts';

/** A refusal of the rights stays one (403); any other says why not now (409). */
export function notNow(
  visit: CityVisit,
  why: Refusal,
  back: { readonly name: string; readonly href: string },
): Reply {
  if (why.refused.startsWith('right-')) return why;
  const t = officeMessages(visit.locale);
  return {
    kind: 'page',
    title: t.refusedTitle,
    status: 409,
    crumbs: [back],
    body: (
      <>
        <h1>{t.refusedTitle}</h1>
        <p>{refusalText(why, visit.locale)}</p>
        <p>
          <a href={back.href}>{back.name}</a>
        </p>
      </>
    ),
  };
}
