/** Words from which made-up goals and tasks are put together; they fit in both languages in any combination. */
import type { Texts } from '../../src/model/plan.ts';

type Pair = readonly [pl: string, en: string];

export const ACTIONS: readonly Pair[] = [
  ['Remont', 'Repair of'],
  ['Budowa', 'Construction of'],
  ['Przebudowa', 'Rebuilding of'],
  ['Projekt', 'Design of'],
  ['Wyposażenie', 'New equipment for'],
  ['Oświetlenie', 'Lighting for'],
  ['Winda i podjazd do', 'A lift and ramp for'],
  ['Zieleń i cień wokół', 'Greenery and shade round'],
  ['Nowe godziny otwarcia', 'New opening hours of'],
  ['Panele słoneczne dla', 'Solar panels for'],
];

export const OBJECTS: readonly Pair[] = [
  ['przedszkola', 'the kindergarten'],
  ['żłobka', 'the nursery'],
  ['szkolnego boiska', 'the school pitch'],
  ['przychodni', 'the clinic'],
  ['klubu sąsiedzkiego', 'the neighbourhood club'],
  ['domu dziennego pobytu', 'the day home'],
  ['filii biblioteki', 'the branch library'],
  ['przystanku tramwajowego', 'the tram stop'],
  ['placu zabaw', 'the playground'],
  ['hali warsztatowej', 'the workshop hall'],
  ['parku kieszonkowego', 'the pocket park'],
  ['sali gimnastycznej', 'the gym'],
  ['pływalni', 'the swimming pool'],
  ['świetlicy', 'the community room'],
  ['punktu napraw', 'the repair centre'],
  ['przystani', 'the landing stage'],
];

export const PLACES: readonly Pair[] = [
  ['na Skarpie', 'in Skarpa'],
  ['na Zarzeczu', 'in Zarzecze'],
  ['na Łęgach', 'in Łęgi'],
  ['na Starym Mieście', 'in the Old Town'],
  ['na Osiedlu Północnym', 'in Osiedle Północne'],
  ['na Osiedlu Kolejowym', 'in Kolejowa'],
  ['na Przedmieściu Solnym', 'in Przedmieście Solne'],
  ['przy ulicy Garncarskiej', 'on Garncarska Street'],
  ['przy ulicy Wierzbowej', 'on Wierzbowa Street'],
  ['przy ulicy Składowej', 'on Składowa Street'],
  ['przy ulicy Szewskiej', 'on Szewska Street'],
  ['przy ulicy Bednarskiej', 'on Bednarska Street'],
  ['przy ulicy Lipowej', 'on Lipowa Street'],
  ['przy ulicy Promowej', 'on Promowa Street'],
  ['w alei Dworcowej', 'on Dworcowa Avenue'],
  ['przy Młynie', 'by the Mill'],
];

export const AIMS: readonly Pair[] = [
  ['Zdrowie', 'Health'],
  ['Praca', 'Work'],
  ['Szkoła', 'School'],
  ['Mieszkanie', 'Homes'],
  ['Kultura', 'Culture'],
  ['Woda i cień', 'Water and shade'],
  ['Ciepło i prąd', 'Heat and power'],
  ['Tramwaj i autobus', 'Tram and bus'],
  ['Bezpieczna droga', 'Safe streets'],
  ['Dobre sąsiedztwo', 'Good neighbours'],
];

export const STRATEGIC: readonly Pair[] = [
  ['Zdrowe życie na co dzień', 'Healthy everyday life'],
  ['Praca na miejscu', 'Work close to home'],
  ['Ulice dla ludzi', 'Streets for people'],
  ['Miasto, które się uczy', 'A city that learns'],
  ['Gotowi na upał i ulewę', 'Ready for heat and rain'],
];

const both = ([pl, en]: Pair): Texts => ({ pl, en });

export const DESCRIPTIONS: readonly Texts[] = (
  [
    [
      'O zakresie zdecydowali mieszkańcy na trzech spotkaniach.',
      'Residents settled the scope at three meetings.',
    ],
    [
      'Prace prowadzimy etapami, żeby miejsce było cały czas czynne.',
      'We work in stages so that the place stays open.',
    ],
    [
      'Pieniądze są w budżecie miasta na trzy kolejne lata.',
      'The money is in the city budget for the next three years.',
    ],
    [
      'Zaczynamy od tego, o co najczęściej proszono w uwagach.',
      'We begin with what the remarks asked for most.',
    ],
  ] as const
).map(both);

export const REPORTS: readonly Texts[] = (
  [
    ['Umowa podpisana, wykonawca wszedł na teren.', 'The contract is signed and the builder is on site.'],
    ['Projekt gotowy, czekamy na pozwolenie.', 'The design is ready and we await the permit.'],
    ['Skończony pierwszy etap, bez opóźnień.', 'The first stage is finished, with no delay.'],
    [
      'Przetarg trzeba było powtórzyć, oferty przekraczały budżet.',
      'The tender had to be repeated; bids were over budget.',
    ],
    ['Odbiór przeszedł bez uwag.', 'The work was accepted without remarks.'],
    ['Prace idą wolniej, brakuje dwóch brygad.', 'Work is slower; two crews are missing.'],
  ] as const
).map(both);

export const NEXT_STEPS: readonly Texts[] = (
  [
    ['Przetarg na roboty wiosną.', 'A works tender in spring.'],
    ['Drugi etap po zimie.', 'The second stage after winter.'],
    ['Spotkanie z radą dzielnicy w grudniu.', 'A meeting with the district council in December.'],
    ['Otwarcie dla mieszkańców.', 'Opening to residents.'],
  ] as const
).map(both);

export const STOP_REASON: Texts = {
  pl: 'Teren przeznaczono na inny cel.',
  en: 'The land was set aside for another use.',
};
export const WAIT_REASON: Texts = {
  pl: 'Czekamy na rozstrzygnięcie programu dopłat.',
  en: 'We are waiting for the subsidy programme to decide.',
};
export const MERGE_REASON: Texts = {
  pl: 'Prowadzimy je razem z sąsiednim zadaniem.',
  en: 'Carried on together with the neighbouring task.',
};
