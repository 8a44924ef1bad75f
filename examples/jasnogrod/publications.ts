import type { CivilDate, Id, Texts } from '../../src/model/plan.ts';
import type { EditionNumber } from './assemble.ts';
import { idOf } from './identity.ts';

/** A decision on which a change since the edition before rests. */
export interface Decision {
  readonly id: Id;
  readonly field: string;
  readonly number: string;
  readonly on: CivilDate;
  readonly reason: Texts;
}

/** How an edition was published. */
export interface Publication {
  readonly number: number;
  readonly publishedAt: string;
  readonly asOf: CivilDate;
  readonly publishedBy: Texts;
  readonly note: Texts;
  readonly decisions: readonly Decision[];
}

const STRATEGY_OFFICE: Texts = { pl: 'Biuro Strategii', en: 'Strategy Office' };

const RESOLUTION_RENAMED = { number: 'uchwała LVIII/14/26', on: '2026-06-25' };
const RESOLUTION_REGION = { number: 'uchwała LVIII/15/26', on: '2026-06-25' };
const RESOLUTION_TRAM = { number: 'uchwała LX/31/26', on: '2026-09-24' };
const RESOLUTION_MILL = { number: 'uchwała LX/32/26', on: '2026-09-24' };
const RESOLUTION_CRISIS = { number: 'uchwała LX/33/26', on: '2026-09-24' };

function decide(
  key: string,
  field: string,
  act: { readonly number: string; readonly on: CivilDate },
  pl: string,
  en: string,
): Decision {
  return { id: idOf(key), field, ...act, reason: { pl, en } };
}

const PILES = [
  'Grunt przy skarpie trzeba najpierw umocnić 214 palami; bez tego projekt nie dostał zgody.',
  'The ground along the scarp must first be strengthened with 214 piles; without them the design got no consent.',
] as const;

const MILL = [
  'Po sprzedaży siedmiu hektarów przy bocznicy cel obejmuje już tylko młyn i plac przed nim.',
  'With the seven hectares by the siding sold, the goal is about the mill and its yard alone.',
] as const;

const CRISIS = [
  'Pomoc w kryzysie dotyczy wszystkich mieszkańców, nie tylko uczniów; prowadzi ją odtąd Wydział Zdrowia.',
  'Help in a crisis concerns all residents, not pupils alone; the Health Department now leads it.',
] as const;

export const publications: Readonly<Record<EditionNumber, Publication>> = {
  1: {
    number: 1,
    publishedAt: '2026-05-18T08:00:00Z',
    asOf: '2026-05-15',
    publishedBy: STRATEGY_OFFICE,
    note: {
      pl: 'Pierwsze wydanie: strategia i sprawozdania za I kwartał 2026. Tam, gdzie wydział podał sam procent, nie dopisywaliśmy niczego od siebie.',
      en: 'The first edition: the strategy and the reports for the first quarter of 2026. Where an office gave only a percentage, we have added nothing of our own.',
    },
    decisions: [],
  },
  2: {
    number: 2,
    publishedAt: '2026-08-20T08:30:00Z',
    asOf: '2026-08-14',
    publishedBy: STRATEGY_OFFICE,
    note: {
      pl: 'Sprawozdania za II kwartał. Rada zmieniła nazwę jednego celu i dodała cel o sąsiednich gminach; biogazowni nie będzie.',
      en: 'Reports for the second quarter. The council renamed one goal and added one about the neighbouring communes; the biogas plant will not be built.',
    },
    decisions: [
      decide(
        'young-jobs',
        'title',
        RESOLUTION_RENAMED,
        'Młodzi z rady młodzieżowej poprosili o nazwę, którą sami rozumieją.',
        'The youth council asked for a name that young people understand.',
      ),
      decide(
        'region',
        'added',
        RESOLUTION_REGION,
        'Sześć gmin podpisało z miastem list o wspólnym planie dla rzeki i dojazdów.',
        'Six communes signed a letter with the city on one plan for the river and for getting to work.',
      ),
      decide(
        'biogas',
        'state',
        { number: 'zarządzenie 57/2026', on: '2026-06-22' },
        'Odpadów jest o połowę za mało, a dwie sąsiednie gminy zbudowały własną instalację.',
        'There is half the waste it would need, and two neighbouring communes built their own plant.',
      ),
      decide(
        'pool',
        'endOn',
        { number: 'zarządzenie 63/2026', on: '2026-07-09' },
        'Awaria pompy głębinowej zalała wykop; osuszanie zajęło trzy miesiące.',
        'A failed deep-well pump flooded the excavation; drying it took three months.',
      ),
      decide(
        'report-app',
        'unitIds',
        { number: 'zarządzenie 54/2026', on: '2026-06-15' },
        'Zgłoszenia trafiają do dziewięciu jednostek, więc prowadzi je biuro, które obsługuje wszystkich.',
        'Reports go to nine offices, so the one that serves them all now runs it.',
      ),
      decide(
        'youth-guarantee-app',
        'state',
        { number: 'zarządzenie 60/2026', on: '2026-06-30' },
        'Osobna aplikacja powtarzałaby tablicę ofert z zadania 2.2.7.',
        'A separate app would repeat the job board of task 2.2.7.',
      ),
      decide(
        'mill-siding',
        'state',
        { number: 'zarządzenie 62/2026', on: '2026-07-03' },
        'Peron miał stanąć na gruncie wystawionym na sprzedaż.',
        'The platform was to stand on land put up for sale.',
      ),
      decide(
        'rent-register',
        'added',
        { number: 'zarządzenie 61/2026', on: '2026-07-01' },
        'Wniosek stowarzyszenia lokatorów, poparty przez 1 140 osób.',
        'Asked for by the tenants’ association, with 1,140 signatures.',
      ),
      decide(
        'lifts',
        'state',
        { number: 'zarządzenie 59/2026', on: '2026-06-29' },
        'Krajowy program dopłat zamknął nabór w maju.',
        'The national subsidy closed in May.',
      ),
    ],
  },
  3: {
    number: 3,
    publishedAt: '2026-11-14T09:00:00Z',
    asOf: '2026-11-13',
    publishedBy: STRATEGY_OFFICE,
    note: {
      pl: 'Sprawozdania za III kwartał. Tramwaj na Skarpę dojedzie w 2029 roku zamiast w 2027, teren przy Młynie sprzedano, a pomoc w kryzysie psychicznym ma nowego gospodarza. Od tego wydania każde sprawozdanie mówi też zdaniem, co zrobiono.',
      en: 'Reports for the third quarter. The tram will reach Skarpa in 2029 instead of 2027, land at the Mill was sold, and help in a mental health crisis has a new home. From this edition each report also says in words what was done.',
    },
    decisions: [
      decide('tram', 'endOn', RESOLUTION_TRAM, ...PILES),
      decide('tram-track', 'endOn', RESOLUTION_TRAM, ...PILES),
      decide(
        'tram-bus-network',
        'endOn',
        RESOLUTION_TRAM,
        'Autobusy zmienią trasy dopiero wtedy, kiedy pojedzie tramwaj.',
        'Buses change their routes only once the tram runs.',
      ),
      decide(
        'bike-along-tram',
        'endOn',
        RESOLUTION_TRAM,
        'Droga rowerowa biegnie przy torach i powstaje razem z nimi.',
        'The cycleway follows the track and is built with it.',
      ),
      decide(
        'mill-plots',
        'state',
        { number: 'zarządzenie 88/2026', on: '2026-09-03' },
        'Teren sprzedano pod zakład przetwórczy; nabywca uzbroi go sam.',
        'The land was sold for a processing plant; the buyer will lay its own services.',
      ),
      decide('mill-zone', 'expectedResult', RESOLUTION_MILL, ...MILL),
      decide('mill-zone', 'description', RESOLUTION_MILL, ...MILL),
      decide('tram', 'description', RESOLUTION_TRAM, ...PILES),
      decide('mental-health', 'description', RESOLUTION_CRISIS, ...CRISIS),
      decide('mental-health', 'parentId', RESOLUTION_CRISIS, ...CRISIS),
      decide('mental-health', 'code', RESOLUTION_CRISIS, ...CRISIS),
      decide('mental-health', 'unitIds', RESOLUTION_CRISIS, ...CRISIS),
      decide(
        'neighbours-decide',
        'code',
        RESOLUTION_CRISIS,
        'Po przeniesieniu celu o kryzysie psychicznym kolejny cel zajął jego numer 4.5.',
        'Once the goal on mental health moved, the next one took its number, 4.5.',
      ),
      decide(
        'solar-roofs-firms',
        'added',
        { number: 'zarządzenie 91/2026', on: '2026-09-11' },
        'Wniosek najemców warsztatów z ulicy Kolejowej.',
        'Asked for by the tenants of the Kolejowa workshops.',
      ),
      decide(
        'night-line',
        'progressPercent',
        { number: 'korekta sprawozdania 12/2026', on: '2026-10-20' },
        'Czat policzono jako codzienny, a działał w co drugą noc.',
        'The chat was counted as nightly when it ran every other night.',
      ),
    ],
  },
};
