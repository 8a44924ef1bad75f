/** The tree of units: what each answers for, its order, and its own page to change or remove it. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { addUnit, changeUnit, moveUnit, removeUnit } from '../acts/units.ts';
import type { UnitRequest } from '../acts/units.ts';
import { unitUses } from '../database/unit.ts';
import type { UnitUse } from '../database/unit.ts';
import type { Id, Unit } from '../model/plan.ts';
import { unitsBelow } from '../model/role.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem, Refusal } from '../problem.ts';
import { pick } from '../text/locale.ts';
import { languageName } from '../text/language-name.ts';
import { unitMessages, type UnitMessages } from '../text/units.ts';
import { to } from './addresses.ts';
import { Act, Field, Select } from './fields.tsx';
import { unitChoices, unitName, unitTree } from './people-view.tsx';
import { inCity } from './route.ts';
import type { CityVisit, Reply } from './visit.ts';

export const unitRoutes = [
  inCity('GET', 'units', 'settings', list),
  inCity('POST', 'units', 'settings', move),
  inCity('GET', 'unit', 'settings', async (visit) => unitPage(visit, [])),
  inCity('POST', 'unit', 'settings', save),
];

/** The address of the page that adds one. */
const NEW = 'new';

async function move(visit: CityVisit): Promise<Reply> {
  const { acting, form, city } = visit;
  const act = form.text('act');
  if (act !== 'up' && act !== 'down') return list(visit);
  const done = await moveUnit(acting, form.text('unit'), act === 'up' ? -1 : 1);
  if (isRefusal(done)) return gone(done);
  return { kind: 'go', to: `${to('units', { city: city.slug })}#unit-${form.text('unit')}`, done: 'saved' };
}

async function save(visit: CityVisit): Promise<Reply> {
  const { acting, params, form, city } = visit;
  const units = to('units', { city: city.slug });
  const id = params['unit'] ?? '';
  if (form.text('act') === 'remove') {
    const removed = await removeUnit(acting, id);
    if (isRefusal(removed)) return gone(removed);
    return { kind: 'go', to: units, done: 'unit-removed' };
  }
  const request = requestOf(visit);
  const done = await (id === NEW ? addUnit(acting, request) : changeUnit(acting, id, request));
  if (isRefusal(done)) return gone(done);
  if (isUnfit(done)) return unitPage(visit, done.problems);
  return { kind: 'go', to: `${units}#unit-${done}`, done: id === NEW ? 'unit-added' : 'saved' };
}

/** A unit that is not there is a page that is not there. */
function gone(why: Refusal): Reply {
  return why.refused === 'no-unit' ? 'missing' : why;
}

function requestOf({ city, form }: CityVisit): UnitRequest {
  const texts = (field: string): Readonly<Record<string, string>> =>
    Object.fromEntries(city.languages.map((lang) => [lang, form.text(`${field}-${lang}`)]));
  return {
    name: texts('name'),
    short: texts('short'),
    email: form.text('email'),
    phone: form.text('phone'),
    parentId: form.text('parent') || null,
  };
}

async function list(visit: CityVisit): Promise<Reply> {
  const { city, locale } = visit;
  const t = unitMessages(locale);
  const uses = await visit.read((tx) => unitUses(tx, city.id));
  return {
    kind: 'page',
    title: t.title,
    wide: true,
    body: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <p>
          <a className="ds-button" data-variant="primary" href={to('unit', { city: city.slug, unit: NEW })}>
            {t.add}
          </a>
        </p>
        {city.units.length === 0 ? (
          <p className="empty">{t.empty}</p>
        ) : (
          <Tree visit={visit} uses={uses} t={t} />
        )}
      </>
    ),
  };
}

function Tree({
  visit,
  uses,
  t,
}: {
  visit: CityVisit;
  uses: ReadonlyMap<Id, UnitUse>;
  t: UnitMessages;
}): ReactElement {
  const { city, locale } = visit;
  return (
    <div className="scroll">
      <table className="units">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.contact}</th>
            <th scope="col">{t.use}</th>
            <th scope="col">{t.people}</th>
            <th scope="col">{t.order}</th>
          </tr>
        </thead>
        <tbody>
          {unitTree(city.units).map(({ unit, depth }) => {
            const use = uses.get(unit.id)!;
            const beside = city.units.filter((one) => one.parentId === unit.parentId);
            const name = unitName(city, unit.id, locale);
            const short = pick(unit.short, locale, city.languages);
            return (
              <tr key={unit.id} id={`unit-${unit.id}`}>
                <th scope="row" className={`depth-${Math.min(depth, 5)}`}>
                  <a href={to('unit', { city: city.slug, unit: unit.id })}>{name}</a>
                  {short ? <span className="small">{short.text}</span> : null}
                </th>
                <td data-label={t.contact}>
                  {unit.email ? <span className="line">{unit.email}</span> : null}
                  {unit.phone ? <span className="line">{unit.phone}</span> : null}
                </td>
                <td data-label={t.use}>{answersFor(use, t)}</td>
                <td data-label={t.people}>{use.people === 0 ? t.nothing : t.persons(use.people)}</td>
                <td>
                  <form method="post" action={to('units', { city: city.slug })} className="steps">
                    <input type="hidden" name="unit" value={unit.id} />
                    <Step name={t.upOf(name)} act="up" off={beside[0] === unit} />
                    <Step name={t.downOf(name)} act="down" off={beside.at(-1) === unit} />
                  </form>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Step({ name, act, off }: { name: string; act: 'up' | 'down'; off: boolean }): ReactElement {
  return (
    <button
      type="submit"
      name="act"
      value={act}
      className="step"
      aria-label={name}
      title={name}
      disabled={off}
    >
      {act === 'up' ? '↑' : '↓'}
    </button>
  );
}

function answersFor(use: UnitUse, t: UnitMessages): string {
  const parts = [use.goals > 0 ? t.goals(use.goals) : '', use.tasks > 0 ? t.tasks(use.tasks) : ''];
  return parts.filter(Boolean).join(', ') || t.nothing;
}

async function unitPage(visit: CityVisit, problems: readonly Problem[]): Promise<Reply> {
  const { city, locale, params, form } = visit;
  const t = unitMessages(locale);
  const isNew = params['unit'] === NEW;
  const unit = city.units.find((one) => one.id === params['unit']);
  if (!unit && !isNew) return 'missing';
  const use = unit ? (await visit.read((tx) => unitUses(tx, city.id))).get(unit.id) : undefined;
  const title = unit ? unitName(city, unit.id, locale) : t.newTitle;
  // After a form that was not taken its values stand; else the unit's.
  const value = (name: string, kept: string | null | undefined): string =>
    problems.length > 0 || form.has(name) ? form.text(name) : (kept ?? '');
  const below = unit ? unitsBelow(unit.id, city.units) : new Set<Id>();
  return {
    kind: 'page',
    title,
    problems,
    crumbs: [{ name: t.title, href: to('units', { city: city.slug }) }],
    body: (
      <>
        <h1>{title}</h1>
        <form
          method="post"
          action={to('unit', { city: city.slug, unit: params['unit']! })}
          className="card"
          data-enhance
        >
          <LanguageFields
            visit={visit}
            field="name"
            label={t.name}
            unit={unit}
            value={value}
            problems={problems}
          />
          <LanguageFields
            visit={visit}
            field="short"
            label={t.short}
            hint={t.shortHint}
            unit={unit}
            value={value}
            problems={problems}
          />
          <Select
            name="parent"
            label={t.parent}
            locale={locale}
            value={value('parent', unit?.parentId)}
            problems={problems}
            choices={[
              { value: '', name: t.top },
              ...unitChoices(visit).filter((choice) => !below.has(choice.value)),
            ]}
          />
          <div className="fields-two">
            <Field
              name="email"
              type="email"
              label={t.email}
              hint={t.contactHint}
              locale={locale}
              value={value('email', unit?.email)}
              problems={problems}
              autoComplete="off"
            />
            <Field
              name="phone"
              label={t.phone}
              hint={t.contactHint}
              locale={locale}
              value={value('phone', unit?.phone)}
              problems={problems}
              autoComplete="off"
            />
          </div>
          <Act name={isNew ? t.add : t.save} locale={locale} primary />
        </form>
        {unit && use ? (
          <form method="post" action={to('unit', { city: city.slug, unit: unit.id })}>
            <Act
              name={t.remove}
              locale={locale}
              value="remove"
              danger
              refused={Object.values(use).some((n) => n > 0) ? refusal('unit-in-use', { ...use }) : null}
            />
            {Object.values(use).some((n) => n > 0) ? null : <span className="small">{t.removeLead}</span>}
          </form>
        ) : null}
      </>
    ),
  };
}

function LanguageFields({
  visit,
  field,
  label,
  hint,
  unit,
  value,
  problems,
}: {
  visit: CityVisit;
  field: 'name' | 'short';
  label: string;
  hint?: string;
  unit: Unit | undefined;
  value: (name: string, kept: string | undefined) => string;
  problems: readonly Problem[];
}): ReactElement {
  const { city, locale } = visit;
  const t = unitMessages(locale);
  return (
    <div className="fields-two">
      {city.languages.map((lang, i) => (
        <Field
          key={lang}
          name={`${field}-${lang}`}
          label={city.languages.length === 1 ? label : t.inLanguage(label, languageName(lang, locale))}
          hint={hint}
          locale={locale}
          lang={lang}
          required={field === 'name' && i === 0}
          value={value(`${field}-${lang}`, unit?.[field]?.[lang])}
          problems={problems}
          autoComplete="off"
        />
      ))}
    </div>
  );
}
