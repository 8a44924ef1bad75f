/** Differences of a recorded act as a table: field, before, after. */
import type { ReactElement } from 'react';
import type { ThingLabel } from '../database/thing-label.ts';
import { differences } from '../model/difference.ts';
import type { City, Id } from '../model/plan.ts';
import { auditMessages, fieldText, type AuditMessages } from '../text/audit.ts';
import { formatDate } from '../text/date.ts';
import type { Locale } from '../text/locale.ts';
import { formatMoment } from '../text/moment.ts';
import { labelText } from './thing-name.tsx';

export interface DifferenceProps {
  readonly before: unknown;
  readonly after: unknown;
  readonly labels: ReadonlyMap<Id, ThingLabel>;
  readonly city: Pick<City, 'languages' | 'timeZone'>;
  readonly locale: Locale;
}

/** Null when no field differs. */
export function DifferenceTable(props: DifferenceProps): ReactElement | null {
  const t = auditMessages(props.locale);
  const found = differences(props.before, props.after);
  if (found.length === 0) return null;
  return (
    <table className="difference">
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldText(field, props.locale, (id) => nameOf(id, props))}</th>
            <td>
              <del>{wordText(field, before, props, t)}</del>
            </td>
            <td>
              <ins>{wordText(field, after, props, t)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nameOf(id: Id, { labels, city, locale }: DifferenceProps): string | null {
  const label = labels.get(id);
  return label ? labelText(label, city, locale) : null;
}

/** Ids of things that the states name. */
export function namedIds(...states: readonly unknown[]): readonly Id[] {
  return [...new Set(JSON.stringify(states).match(UUID) ?? [])];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/** Fields whose values are words of the program, not of people. */
const WORDED = /(?:^|\.)(?:state|role|frequency|weights|confirmPublication|installation)$/u;

function wordText(field: string, value: unknown, props: DifferenceProps, t: AuditMessages): string {
  const word = WORDED.test(field) ? t.values[String(value)] : undefined;
  return word ?? valueText(value, props, t);
}

/** A value for the eye: names for ids, days in words; what has no words of its own stands as JSON. */
function valueText(value: unknown, props: DifferenceProps, t: AuditMessages): string {
  if (value === null || value === undefined || value === '') return t.empty;
  if (typeof value === 'string') {
    const label = props.labels.get(value);
    if (label) return labelText(label, props.city, props.locale);
    if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return formatDate(value, props.locale);
    if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(value))
      return formatMoment(value, props.city.timeZone, props.locale);
    return value;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t.empty;
    return value.map((one) => valueText(one, props, t)).join('; ');
  }
  if (typeof value === 'object') {
    const texts = Object.values(value);
    if (texts.length > 0 && texts.every((text) => typeof text === 'string'))
      return texts.map((text) => valueText(text, props, t)).join(' / ');
    return JSON.stringify(value);
  }
  return String(value);
}
