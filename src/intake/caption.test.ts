/** Captions and the lists below them, in sketches of documents. */
import { check } from '../../test/intake/sketch.ts';

check(
  'captions name the level and end at indicators; examples are not taken',
  `
Goal 1: Streets
Objectives:
• Repave two miles
• Fix bridges
Success measures:
• Fewer potholes
Goal 2: Parks
Objectives:
• Plant trees
Examples of actions:
• A tree week
Goal 3: Homes
Objectives:
• Build homes
`,
  `
1 Streets
  - Repave two miles
  - Fix bridges
2 Parks
  - Plant trees
3 Homes
  - Build homes`,
);

check(
  'bullets that nothing names stay unclassified',
  `
Goal 1: Streets
• We care about streets
Goal 2: Parks
• We care about parks
Goal 3: Homes
`,
  `
1 Streets
2 Parks
3 Homes`,
);

check(
  'a list that most goals have is a level',
  `
Kierunek 1.1 Zieleń
a) park
b) szkółka
Kierunek 1.2 Energia
a) kopalnia
b) spółdzielnia
Najważniejsze liczby:
a) emisja
b) ludność
`,
  `
1.1 Zieleń
  a park
  b szkółka
1.2 Energia
  a kopalnia
  b spółdzielnia`,
);

check(
  'a news item yields nothing',
  `
Council adopts new strategy

The council adopted the strategy on Monday. Goal 1 and Goal 2 were discussed for three hours.
"Priority 1 is housing. Priority 2 is transport," said the mayor. The main goals are:
- cleaner air,
- cheaper homes.
Read more:
1. Budget 2024
2. Buses
`,
  '',
);

check(
  'a listed goal that comes again heads what belongs to it',
  `
Our goals:
- Safe people
- Growing business
- Lasting nature

Safe people
Objectives:
- More adults in school
- Homes for the old

Growing business
Objectives:
- New jobs
- Better broadband

Lasting nature
Objectives:
- Lower emissions
- Healthy lakes
`,
  `
- Safe people
  - More adults in school
  - Homes for the old
- Growing business
  - New jobs
  - Better broadband
- Lasting nature
  - Lower emissions
  - Healthy lakes`,
);

check(
  'an agenda below a sentence that counts priorities is no plan',
  `
Minutes of the council

The council discussed four priorities of the budget.

1. Opening
2. Quorum
3. Agenda
4. Any other business
`,
  '',
);

check(
  'pictures as bullets',
  `
Our Brightwater – community plan 2032

Our goals:
🌳 More trees on every street
🚲 Safe routes to school
🏠 Homes people can afford
💧 A clean river

What happens next?
📅 Workshops in May
📝 Final plan in September
`,
  `
- More trees on every street
- Safe routes to school
- Homes people can afford
- A clean river`,
);

check(
  'numbers in circles and on keys',
  `
Our goals:
① More trees
2️⃣ Safe routes
③ A clean river
`,
  `
1 More trees
2 Safe routes
3 A clean river`,
);

check(
  'a questionnaire is no plan',
  `
Ankieta dotycząca Strategii Rozwoju Miasta

1. Jak ocenia Pani/Pan jakość życia w mieście?
a) bardzo dobrze
b) dobrze
c) źle
2. Które cele są najważniejsze?
a) zdrowie
b) edukacja
c) transport
3. Ile ma Pani/Pan lat?
a) do 25
b) 26–60
c) powyżej 60
Dziękujemy za wypełnienie ankiety!
`,
  '',
);

check(
  'questions about the goals are no goals',
  `
Konsultacje strategii
Cel strategiczny 1. Zdrowe miasto
1. Czy zgadza się Pani/Pan z celem?
2. Co należy zmienić?
Cel strategiczny 2. Zielone miasto
1. Czy zgadza się Pani/Pan z celem?
2. Co należy zmienić?
Cel strategiczny 3. Otwarte miasto
1. Czy zgadza się Pani/Pan z celem?
2. Co należy zmienić?
`,
  `
1 Zdrowe miasto
2 Zielone miasto
3 Otwarte miasto`,
);

check(
  'tasks alone in a document that is no plan are only shown',
  `
Actions arising
Action 1: Clerk to write to the county about the bus shelter.
Action 2: Cllr Brown to get three quotes for the fence.
Action 3: Mayor to reply to the school.
Next meeting: 4 June
`,
  '',
);
