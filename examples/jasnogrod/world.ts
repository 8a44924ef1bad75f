/**
 * Jasnogród, an invented city, and its strategy as it stood on three days of 2026. Everything shown about it is
 * made up: demo, fixture, documentation and seed of the benchmarks.
 */
import type { CivilDate, City, Plan, Texts } from '../../src/model/plan.ts';
import { assemble, type EditionNumber } from './assemble.ts';
import { jasnogrod } from './city.ts';
import { climate } from './climate.ts';
import type { AreaKey } from './content.ts';
import { beforeJune, beforeSeptember } from './earlier.ts';
import { health } from './health.ts';
import { idOf } from './identity.ts';
import { learning } from './learning.ts';
import { lineage } from './lineage.ts';
import { publications, type Publication } from './publications.ts';
import { streets } from './streets.ts';
import { work } from './work.ts';

export interface World {
  readonly city: City;
  readonly plan: Plan;
  readonly publication: Publication;
}

const SOURCES = [health, work, streets, learning, climate];
const AREAS: Readonly<Record<AreaKey, Texts>> = {
  people: { pl: 'Ludzie', en: 'People' },
  economy: { pl: 'Gospodarka', en: 'Economy' },
  space: { pl: 'Przestrzeń', en: 'Space' },
};
const HORIZON = { startOn: '2022-01-01', endOn: '2032-12-31' };
const NEXT_REPORT: Readonly<Record<EditionNumber, CivilDate>> = {
  1: '2026-07-31',
  2: '2026-10-31',
  3: '2027-01-31',
};

/** City, plan and publication as of the edition with this number. */
export function worldAt(edition: EditionNumber): World {
  const sources = edition === 1 ? beforeJune(SOURCES) : edition === 2 ? beforeSeptember(SOURCES) : SOURCES;
  return {
    city: jasnogrod,
    plan: { ...head(edition), ...assemble(sources, edition, HORIZON.endOn) },
    publication: publications[edition],
  };
}

function head(edition: EditionNumber): Omit<Plan, 'nodes' | 'tasks'> {
  return {
    id: idOf('plan strategia-2032'),
    slug: 'strategia-2032',
    title: {
      pl: 'Strategia rozwoju Jasnogrodu do 2032 roku',
      en: 'Jasnogród development strategy to 2032',
    },
    shortTitle: { pl: 'Strategia rozwoju do 2032 roku', en: 'Strategy to 2032' },
    summary: {
      pl: 'Pięć celów, które Rada Miasta Jasnogrodu przyjęła do 2032 roku. Tu widać, co miasto zrobiło, czego nie zrobiło i co zmieniło po drodze.',
      en: 'Five goals that Jasnogród’s council set for 2032. Here you see what the city has done, what it has not, and what it changed on the way.',
    },
    horizon: HORIZON,
    vision: { pl: 'Miasto, w którym dobrze się zostaje', en: 'A city good to stay in' },
    mission: {
      pl: 'Robimy rzeczy, które widać z okna: powietrze, chodnik, pracę i sąsiada, do którego można zapukać. Mówimy, kiedy będą gotowe, i przyznajemy się, kiedy nie zdążymy.',
      en: 'We do what you can see from your window: air, pavement, work, and a neighbour whose door you can knock on. We say when it will be ready, and own up when we shall be late.',
    },
    values: [
      { pl: 'Najpierw ci, którym najtrudniej', en: 'First those who have it hardest' },
      { pl: 'Naprawiamy, zanim zbudujemy nowe', en: 'We mend before we build anew' },
      { pl: 'Mówimy, jak jest', en: 'We say how things are' },
    ],
    state: 'in-force',
    act: {
      number: 'XLI/212/22',
      on: '2022-06-23',
      body: { pl: 'Rada Miasta Jasnogrodu', en: 'Jasnogród City Council' },
      title: {
        pl: 'Uchwała w sprawie przyjęcia Strategii rozwoju Jasnogrodu do 2032 roku',
        en: 'Resolution adopting the Jasnogród development strategy to 2032',
      },
      address: 'https://bip.jasnogrod.example/uchwaly/XLI-212-22',
    },
    source: null,
    reporting: { frequency: 'quarterly', graceDays: 31, nextReportOn: NEXT_REPORT[edition] },
    weights: 'none',
    behindPoints: 10,
    licence: 'CC-BY-4.0',
    levels: [
      {
        id: idOf('level strategic'),
        singular: { pl: 'Cel strategiczny', en: 'Strategic goal' },
        plural: { pl: 'Cele strategiczne', en: 'Strategic goals' },
      },
      {
        id: idOf('level operational'),
        singular: { pl: 'Cel operacyjny', en: 'Operational goal' },
        plural: { pl: 'Cele operacyjne', en: 'Operational goals' },
      },
    ],
    groupings: [
      {
        id: idOf('grouping areas'),
        singular: { pl: 'Obszar', en: 'Area' },
        plural: { pl: 'Obszary', en: 'Areas' },
        announced: 3,
        groups: Object.entries(AREAS).map(([key, name]) => ({ id: idOf(`area ${key}`), name })),
      },
    ],
    lineage,
  };
}
