/**
 * Words that widely known passwords are made of, Polish ones included: folded to plain small letters, without digits
 * and signs. A password that is nothing but one of them, repeated or with digits around it, is refused.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  password passwort motdepasse contrasena parola heslo haslo tajnehaslo mojehaslo nowehaslo dobrehaslo trudnehaslo
  superhaslo admin administrator adminadmin root rootroot toor user uzytkownik guest gosc test testtest testowe
  testowehaslo login logowanie zaloguj welcome witaj witamy witajcie hello hellothere letmein changeme zmienmnie
  zmienhaslo secret tajne sekret default master superuser superman batman spiderman starwars pokemon princess
  ksiezniczka dragon smok monkey malpa shadow sunshine sloneczko slonce iloveyou kochamcie kochamciebie kocham
  kochammame myszka misiek misiu kotek kotki kicius piesek zabka buziaczek aniolek kwiatuszek kruszynka skarbie
  qwerty qwertz qwertyuiop qwertyuiopas azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qwertyasdfgh qwertyasdfghzxcvbn
  qazwsx qazwsxedc qazwsxedcrfv onetwothree raz dwa trzy abc abcd abcdef abcdefgh abcdefghijkl alfabet
  football futbol pilkanozna pilka legia legiawarszawa lechpoznan wislakrakow widzew gornik ruchchorzow arsenal
  barcelona realmadrid liverpool manchester juventus baseball basketball soccer hockey zuzel
  michael jennifer jordan ashley daniel thomas jessica robert matthew andrew anna maria katarzyna kasia basia asia
  agnieszka magdalena malgorzata joanna monika karolina natalia weronika zuzanna julia oliwia piotr piotrek tomek
  tomasz pawel marcin mateusz krzysztof michal kamil bartek jakub kacper szymon wojtek lukasz mariusz damian adrian
  dawid grzegorz andrzej marek jacek rafal sebastian patryk dominik janek janusz grazyna zbyszek stanislaw
  polska polskapolska polskagola warszawa krakow lodz wroclaw poznan gdansk gdynia szczecin bydgoszcz lublin
  katowice bialystok rzeszow kielce olsztyn opole radom sosnowiec czestochowa gliwice zabrze bytom
  urzad urzadmiasta urzadgminy gmina miasto starostwo prezydent burmistrz sekretariat biuro ratusz wydzial strategia
  strategiamiasta rozwojmiasta samorzad informatyka informatyk komputer computer internet serwer server windows
  microsoft office google facebook samsung iphone
  wiosna lato jesien zima spring summer autumn winter styczen luty marzec kwiecien maj czerwiec lipiec sierpien
  wrzesien pazdziernik listopad grudzien poniedzialek wtorek sroda czwartek piatek sobota niedziela january february
  march april june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday correcthorsebatterystaple trustno whatever freedom wolnosc nothing cheese chocolate czekolada
  loveyou forever nazawsze matrix killer hunter ranger ferrari mercedes harley corvette mustang porsche maluch
  access cookie flower kwiatek butterfly motylek lovely friend przyjaciel family rodzina babcia mamusia tatus
  jezus jezuschrystus jezusmaria bog amen aniol maryja papiez janpawel
  horyzont horizon horyzonty
  `
    .split(/\s+/u)
    .filter(Boolean),
);
