import type { Lineage, Texts } from '../../src/model/plan.ts';
import { idOf } from './identity.ts';

const both = (pl: string, en: string): Texts => ({ pl, en });
const EARLIER = both(
  'Strategia rozwoju Jasnogrodu na lata 2013–2020',
  'Jasnogród development strategy 2013–2020',
);
const goal = (code: string, pl: string, en: string) => ({ code, title: both(pl, en) });
const now = (...keys: readonly string[]) => keys.map((key) => idOf(key));

/** How the goals of the strategy before became goals of this one. */
export const lineage: readonly Lineage[] = [
  {
    kind: 'continued',
    fromPlan: EARLIER,
    from: [goal('2.3', 'Nowa linia tramwajowa', 'A new tram line')],
    toIds: now('tram'),
    note: both('Zapisana w 2013 roku, nierozpoczęta.', 'Written down in 2013, not begun.'),
  },
  {
    kind: 'continued',
    fromPlan: EARLIER,
    from: [goal('4.1', 'Likwidacja niskiej emisji', 'An end to smoke from low chimneys')],
    toIds: now('air'),
    note: null,
  },
  {
    kind: 'merged',
    fromPlan: EARLIER,
    from: [
      goal('1.2', 'Dostęp do żłobków', 'Access to nurseries'),
      goal('1.3', 'Wychowanie przedszkolne', 'Kindergarten education'),
    ],
    toIds: now('nurseries'),
    note: both(
      'Rodzice szukają miejsca dla dziecka, a nie dla dwóch wydziałów.',
      'Parents look for one place for a child, not for two departments.',
    ),
  },
  {
    kind: 'split',
    fromPlan: EARLIER,
    from: [goal('2.1', 'Nowoczesny układ drogowy', 'A modern road system')],
    toIds: now('centre-traffic', 'school-routes', 'lighting'),
    note: both(
      'Jeden cel o jezdniach stał się trzema: o tych, którzy mieszkają, idą do szkoły i wracają po zmroku.',
      'One goal about roadways became three: about those who live there, walk to school and come home after dark.',
    ),
  },
  {
    kind: 'split',
    fromPlan: EARLIER,
    from: [goal('3.1', 'Rozwój przedsiębiorczości', 'Growth of enterprise')],
    toIds: now('small-firms', 'young-jobs'),
    note: null,
  },
  {
    kind: 'dropped',
    fromPlan: EARLIER,
    from: [goal('3.4', 'Lotnisko sportowe w Bednarach', 'A sports airfield at Bednary')],
    toIds: [],
    note: both(
      'Po konsultacjach: teren jest potrzebny na drugie ujęcie wody.',
      'After consultation: the land is needed for a second water intake.',
    ),
  },
];
