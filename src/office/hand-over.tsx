/** Before somebody leaves: everything open that is theirs, and who takes each over. Also for what was left behind. */

import type { ReactElement } from 'react';
import { isUnfit } from '../acts/acting.ts';
import { deactivate } from '../acts/deactivate.ts';
import { DROP, handOver, handOverKey } from '../acts/hand-over.ts';
import type { Decisions } from '../acts/hand-over.ts';
import { canTakeOver } from '../acts/people.ts';
import { cityPersons, otherCities } from '../database/appointment.ts';
import type { CityPerson } from '../database/appointment.ts';
import { openThings } from '../database/open-thing.ts';
import type { OpenThing } from '../database/open-thing.ts';
import { thingLabels } from '../database/thing-label.ts';
import type { ThingLabel } from '../database/thing-label.ts';
import type { Id } from '../model/plan.ts';
import { isRefusal, refusal } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { officeMessages } from '../text/office.ts';
import { peopleMessages } from '../text/people.ts';
import { to } from './addresses.ts';
import { Act, Select } from './fields.tsx';
import { byName, stateOf, unitName } from './people-view.tsx';
import { inCity } from './route.ts';
import { ThingName } from './thing-name.tsx';
import type { CityVisit, Reply } from './visit.ts';

export const handOverRoutes = [
  inCity('GET', 'handOver', 'manage-people', async (visit) => page(visit, [])),
  inCity('POST', 'handOver', 'manage-people', answer),
];

async function answer(visit: CityVisit): Promise<Reply> {
  const { acting, form, params, city, today } = visit;
  const personId = params['person'] ?? '';
  const things = await visit.read((tx) => openThings(tx, city.id, personId, today));
  // Only what is open is asked for: other fields of the form mean nothing.
  const everything = form.text('everything');
  const decisions: Decisions = Object.fromEntries(
    things.map((thing) => [handOverKey(thing), form.text(handOverKey(thing)) || everything]),
  );
  const leaving = form.text('act') === 'deactivate';
  if (!leaving && form.text('act') !== 'hand-over') return page(visit, []);
  const done = leaving
    ? await deactivate(acting, personId, decisions)
    : await handOver(acting, personId, decisions);
  if (isRefusal(done)) return done.refused === 'no-person' ? 'missing' : done;
  if (isUnfit(done)) return page(visit, done.problems);
  return {
    kind: 'go',
    to: to('person', { city: city.slug, person: personId }),
    done: typeof done === 'string' ? done : 'handed-over',
  };
}

async function page(visit: CityVisit, problems: readonly Problem[]): Promise<Reply> {
  const { city, locale, params, today, office, visitor, form } = visit;
  const t = peopleMessages(locale);
  const { persons, things, labels } = await visit.read(async (tx) => {
    const open = await openThings(tx, city.id, params['person'] ?? '', today);
    return {
      persons: await cityPersons(tx, city.id),
      things: open,
      labels: await thingLabels(
        tx,
        city.id,
        open.flatMap((thing) => [thing.thingId, ...thing.itemIds]),
      ),
    };
  });
  const person = persons.find((one) => one.id === params['person']);
  if (!person) return 'missing';
  const state = stateOf(person, today);
  const gone = state === 'deactivated';
  const stays =
    !gone && (person.installation || (await otherCities(office.database, person.id, city.id, today)) > 0);
  const others = byName(
    locale,
    persons.filter((one) => one.id !== person.id && canTakeOver(one, today)),
  ).map((one) => ({ value: one.id, name: one.name }));
  const crumbs = [
    { name: t.title, href: to('people', { city: city.slug }) },
    { name: person.name, href: to('person', { city: city.slug, person: person.id }) },
  ];
  return {
    kind: 'page',
    title: t.handOverTitle(person.name),
    crumbs,
    problems,
    body: (
      <>
        <h1>{t.handOverTitle(person.name)}</h1>
        {things.length === 0 ? (
          <p className="empty">{gone ? t.handOverNothingGone : t.handOverNothing}</p>
        ) : (
          <p>{t.handOverLead(things.length)}</p>
        )}
        {stays ? <p>{t.otherLeaves}</p> : null}
        <form
          method="post"
          action={to('handOver', { city: city.slug, person: person.id })}
          className="choosing"
          data-enhance
        >
          {things.length < 2 ? null : (
            <div className="card narrow">
              <Select
                name="everything"
                label={t.everything}
                locale={locale}
                value={form.text('everything')}
                choices={[{ value: '', name: t.choose }, ...others, { value: DROP, name: t.drop }]}
              />
            </div>
          )}
          {things.map((thing) => (
            <Select
              key={handOverKey(thing)}
              name={handOverKey(thing)}
              label={<ThingWords visit={visit} thing={thing} persons={persons} labels={labels} />}
              locale={locale}
              required={things.length < 2}
              value={form.text(handOverKey(thing))}
              problems={problems}
              choices={[
                { value: '', name: things.length < 2 ? t.choose : t.asAbove },
                ...others,
                { value: DROP, name: t.dropKinds[thing.kind] },
              ]}
            />
          ))}
          <div className="acts">
            {state !== 'active' && things.length > 0 ? (
              <Act name={t.handOverAct} locale={locale} primary value="hand-over" />
            ) : null}
            {state === 'deactivated' ? null : (
              <Act
                name={t.deactivateAct}
                locale={locale}
                primary={state === 'active' || things.length === 0}
                value="deactivate"
                refused={person.id === visitor.person.id ? refusal('not-oneself') : null}
              />
            )}
          </div>
        </form>
      </>
    ),
  };
}

function ThingWords({
  visit,
  thing,
  persons,
  labels,
}: {
  visit: CityVisit;
  thing: OpenThing;
  persons: readonly CityPerson[];
  labels: ReadonlyMap<Id, ThingLabel>;
}): ReactElement {
  const { city, locale } = visit;
  const t = peopleMessages(locale);
  const of = thing.thingId === null ? undefined : labels.get(thing.thingId);
  const items = thing.itemIds.flatMap((id) => labels.get(id) ?? []);
  const other = persons.find((one) => one.id === thing.other)?.name;
  return (
    <>
      <span className="tag">{t.kinds[thing.kind]}</span>{' '}
      {thing.role === null ? null : (
        <>
          {officeMessages(locale).roles[thing.role]}
          {', '}
          {items.length === 0
            ? unitName(city, thing.unitId, locale)
            : items.map((label) => (
                <span key={label.id}>
                  <ThingName label={label} city={city} locale={locale} />{' '}
                </span>
              ))}
        </>
      )}
      {thing.kind === 'deputy' && other ? ` (${other})` : null}
      {thing.kind === 'invitation' ? ` ${thing.other ?? ''}` : null}
      {of ? <ThingName label={of} city={city} locale={locale} /> : null}
    </>
  );
}
