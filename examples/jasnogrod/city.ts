import type { City, Id, Texts, Unit } from '../../src/model/plan.ts';
import { UNIT_KEYS, type UnitKey } from './content.ts';
import { idOf } from './identity.ts';

/** A gate tower under a star, on a shield: drawn for this example, the arms of no real city. */
const ARMS =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56">' +
  '<path d="M3 3h42v25c0 14-9 21-21 25C12 49 3 42 3 28z" fill="#8c2f1b"/>' +
  '<path d="M13 43V27h-2v-9h5v4h5v-4h6v4h5v-4h5v9h-2v16H28v-7a4 4 0 0 0-8 0v7z" fill="#fbfaf7"/>' +
  '<path d="m24 6 1.5 3.2 3.5.4-2.6 2.4.7 3.5L24 13.8l-3.1 1.7.7-3.5L19 9.6l3.5-.4z" fill="#e8b54a"/></svg>';

const UNITS: Readonly<
  Record<UnitKey, { pl: string; en: string; short: readonly [string, string]; mail: string }>
> = {
  strategy: {
    pl: 'Biuro Strategii',
    en: 'Strategy Office',
    short: ['Strategia', 'Strategy'],
    mail: 'strategia',
  },
  health: { pl: 'Wydział Zdrowia', en: 'Health Department', short: ['Zdrowie', 'Health'], mail: 'zdrowie' },
  care: {
    pl: 'Centrum Usług Społecznych',
    en: 'Social Services Centre',
    short: ['CUS', 'Social Services'],
    mail: 'cus',
  },
  education: {
    pl: 'Wydział Edukacji',
    en: 'Education Department',
    short: ['Edukacja', 'Education'],
    mail: 'edukacja',
  },
  culture: {
    pl: 'Wydział Kultury i Sportu',
    en: 'Culture and Sport Department',
    short: ['Kultura i Sport', 'Culture and Sport'],
    mail: 'kultura',
  },
  economy: {
    pl: 'Wydział Gospodarki',
    en: 'Economy Department',
    short: ['Gospodarka', 'Economy'],
    mail: 'gospodarka',
  },
  companies: {
    pl: 'Biuro Spółek Miejskich',
    en: 'City Companies Office',
    short: ['Spółki', 'Companies'],
    mail: 'spolki',
  },
  streets: {
    pl: 'Zarząd Ulic i Zieleni',
    en: 'Streets and Greenery',
    short: ['Ulice i Zieleń', 'Streets'],
    mail: 'ulice',
  },
  transport: {
    pl: 'Wydział Transportu',
    en: 'Transport Department',
    short: ['Transport', 'Transport'],
    mail: 'transport',
  },
  investment: {
    pl: 'Wydział Inwestycji',
    en: 'Capital Works Department',
    short: ['Inwestycje', 'Capital Works'],
    mail: 'inwestycje',
  },
  planning: {
    pl: 'Pracownia Urbanistyczna',
    en: 'Planning Studio',
    short: ['Urbanistyka', 'Planning'],
    mail: 'urbanistyka',
  },
  housing: {
    pl: 'Wydział Mieszkalnictwa',
    en: 'Housing Department',
    short: ['Mieszkania', 'Housing'],
    mail: 'mieszkania',
  },
  environment: {
    pl: 'Wydział Środowiska i Energii',
    en: 'Environment and Energy Department',
    short: ['Środowisko', 'Environment'],
    mail: 'srodowisko',
  },
  water: {
    pl: 'Jasnogrodzkie Wodociągi',
    en: 'Jasnogród Water',
    short: ['Wodociągi', 'Water'],
    mail: 'wodociagi',
  },
  digital: {
    pl: 'Biuro Cyfryzacji i Obsługi Mieszkańców',
    en: 'Digital and Residents’ Services Office',
    short: ['Cyfryzacja', 'Digital'],
    mail: 'cyfryzacja',
  },
};

export const unitId = (key: UnitKey): Id => idOf(`unit ${key}`);

/** Telephone numbers begin with 00, which no Polish number does. */
const phone = (line: number): string => `+48 00 000 00 ${String(line).padStart(2, '0')}`;
const both = (pl: string, en: string): Texts => ({ pl, en });

const TOWN_HALL = both('Ratusz, Rynek Solny 1, Jasnogród', 'Town Hall, Rynek Solny 1, Jasnogród');

export const jasnogrod: City = {
  id: idOf('city'),
  slug: 'jasnogrod',
  name: both('Jasnogród', 'Jasnogród'),
  standing: 'invented',
  timeZone: 'Europe/Warsaw',
  languages: ['pl', 'en'],
  colour: '#8c2f1b',
  arms: {
    svg: ARMS,
    description: both(
      'Biała wieża bramna na czerwonej tarczy, nad nią złota gwiazda',
      'A white gate tower on a red shield, a golden star above it',
    ),
  },
  contacts: [
    {
      kind: 'strategy',
      name: both('Biuro Strategii', 'Strategy Office'),
      email: 'strategia@jasnogrod.example',
      phone: phone(1),
      address: TOWN_HALL,
    },
    {
      kind: 'accessibility',
      name: both('Koordynacja dostępności', 'Accessibility coordination'),
      email: 'dostepnosc@jasnogrod.example',
      phone: phone(20),
      address: TOWN_HALL,
    },
    {
      kind: 'general',
      name: both('Urząd Miasta Jasnogrodu', 'Jasnogród City Hall'),
      email: 'urzad@jasnogrod.example',
      phone: phone(0),
      address: TOWN_HALL,
    },
  ],
  declaration: {
    entity: both('Urząd Miasta Jasnogrodu', 'Jasnogród City Hall'),
    address: 'https://strategia.jasnogrod.example/',
    publishedOn: '2026-05-18',
    updatedOn: '2026-11-14',
    preparedOn: '2026-05-11',
    reviewedOn: '2026-11-09',
    status: 'partly-compliant',
    exceptions: both(
      'Uchwały sprzed 2020 roku, do których prowadzą odnośniki, są skanami bez warstwy tekstowej. Przepisujemy je po kolei; na prośbę prześlemy treść w ciągu siedmiu dni.',
      'Council resolutions from before 2020 that these pages link to are scans without text. We are typing them out one by one; on request we send the text within seven days.',
    ),
    email: 'dostepnosc@jasnogrod.example',
    phone: phone(20),
    building: both(
      'Wejście do ratusza od ulicy Bednarskiej jest bez schodów. Winda jeździ na wszystkie piętra i mówi, na którym stanęła. Toaleta dostępna jest na parterze, dwa miejsca parkingowe są przy wejściu. Można wejść z psem asystującym.',
      'The town hall entrance on Bednarska Street is step-free. The lift serves all floors and announces them. There is an accessible toilet on the ground floor and two parking places by the door. Assistance dogs are welcome.',
    ),
    communication: both(
      'Przy okienkach 1–4 jest pętla indukcyjna. Tłumacz polskiego języka migowego łączy się przez internet w godzinach pracy urzędu, bez umawiania. Na prośbę odpowiadamy dużym drukiem albo w tekście łatwym do czytania.',
      'Counters 1 to 4 have a hearing loop. A Polish Sign Language interpreter joins online during office hours, with no appointment. On request we answer in large print or in easy-to-read text.',
    ),
  },
  units: UNIT_KEYS.map((key, at): Unit => {
    const { pl, en, short, mail } = UNITS[key];
    return {
      id: unitId(key),
      name: both(pl, en),
      short: both(...short),
      email: `${mail}@jasnogrod.example`,
      phone: phone(at + 1),
      parentId: key === 'care' ? unitId('health') : null,
    };
  }),
};
