import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, stem, words } from './stem.ts';

/** Forms of one word: every one must find every other. */
const POLISH = [
  'miasto miasta miastu miastem mieście miast miastom miastami miastach',
  'zadanie zadania zadaniu zadaniem zadań zadaniom zadaniami zadaniach',
  'transport transportu transportowi transportem transporcie',
  'droga drogi drodze drogę drogą dróg drogom drogami drogach',
  'mieszkaniec mieszkańca mieszkańcowi mieszkańcem mieszkańcy mieszkańców mieszkańcom mieszkańcami mieszkańcach',
  'szkoła szkoły szkole szkołę szkołą szkół szkołom szkołami szkołach',
  'człowiek człowieka ludzie ludzi ludziom ludźmi ludziach',
  'dziecko dziecka dzieci dzieciom dziećmi dzieciach',
  'rynek rynku rynkiem rynki rynków rynkach',
  'kultura kultury kulturze kulturę kulturą kultur',
  'komunikacja komunikacji komunikację komunikacją komunikacje',
  'energia energii energię energią energie',
  'biblioteka biblioteki bibliotece bibliotekę bibliotek bibliotekami',
  'jakość jakości jakością',
  'woda wody wodzie wodę wód wodami wodach',
  'usługa usługi usłudze usług usługami usługach',
  'pracownik pracownika pracownicy pracowników pracownikami pracownikom',
  'senior seniora seniorzy seniorów seniorom seniorami',
  'las lasu lesie lasy lasów lasach',
  'powiat powiatu powiecie powiaty powiatów',
  'zakład zakładu zakładzie zakłady zakładów',
  'sieć sieci siecią sieciami sieciach',
  'dworzec dworca dworcu dworce dworców dworcem',
  'miejski miejska miejskie miejskiego miejskiej miejskim miejskich miejskimi',
  'zielony zielona zielone zielonego zielonej zielonych zielonymi',
  'życie życia życiu życiem',
  'rozwój rozwoju rozwojem rozwojowi rozwojowy rozwojowych',
  'przestrzeń przestrzeni przestrzenią przestrzeniach',
  'most mostu moście mosty mostów mostach',
  'ulica ulicy ulicę ulice ulic ulicami ulicach',
  'wieś wsi wsie wsią wsiach',
  'opieka opieki opiece opiekę',
  'zdrowie zdrowia zdrowiu zdrowiem',
  'uczeń ucznia uczniów uczniowie uczniom',
  'światło światła świetle świateł',
  'kolej kolei koleją koleje',
  'spółka spółki spółek spółce spółkami',
  'młodzież młodzieży młodzieżą',
  'turysta turyści turystów turyście',
  'urząd urzędu urzędzie urzędy urzędów urzędami',
];

for (const family of POLISH) {
  const forms = family.split(' ');
  test(`one stem for ${forms[0]}`, () => {
    const stems = new Set(forms.map((form) => stem(form, 'pl')));
    assert.deepEqual(
      [...stems],
      [stem(forms[0]!, 'pl')],
      forms.map((form) => `${form}:${stem(form, 'pl')}`).join(' '),
    );
  });
}

test('different words keep different stems', () => {
  const lemmas = POLISH.map((family) => family.split(' ')[0]!).concat(
    'mieszkanie',
    'miejsce',
    'powietrze',
    'zieleń',
    'rada',
    'budynek',
    'budowa',
    'park',
    'praca',
    'prawo',
  );
  const stems = lemmas.map((lemma) => stem(lemma, 'pl'));
  assert.deepEqual(
    lemmas.filter((_, i) => stems.indexOf(stems[i]!) !== i),
    [],
  );
});

test('folding takes off case and diacritics', () => {
  for (const [word, folded] of [
    ['Zażółć', 'zazolc'],
    ['ŁÓDŹ', 'lodz'],
    ['Größe', 'grosse'],
    ['Příběh', 'pribeh'],
    ['Київ', 'киів'],
  ] as const)
    assert.equal(fold(word), folded);
});

test('English endings', () => {
  for (const family of [
    'city cities',
    'plan plans planned planning',
    'street streets',
    'goal goals',
    'house houses housing',
  ])
    assert.equal(new Set(family.split(' ').map((form) => stem(form, 'en'))).size, 1, family);
  assert.equal(stem('bus', 'en'), 'bus');
  assert.equal(stem('class', 'en'), 'class');
});

test('words are found with their places', () => {
  assert.deepEqual(
    [...words('Cel 1.2: „Łąki”')].map(({ word, at }) => [word, at]),
    [
      ['Cel', 0],
      ['1', 4],
      ['2', 6],
      ['Łąki', 10],
    ],
  );
});
