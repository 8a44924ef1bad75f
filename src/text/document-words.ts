/**
 * Words that documents of any kind use: contents, pages, numbers, ordinals, vision and mission, in some thirty languages,
 * for reading documents. Folded stems as in level-words.ts.
 */

/** Labels that number something else than goals. */
export const deniedStems = `
  rozdzial chapter kapitel kapitol chapitre capitul capitol capitolo розділ глава =czesc =part =teil =cast =partie =parte =parti =частина hoofdstuk fejezet skyrius peatukk luku
  tabel =table =tables tablica tabulk tableau =tabla таблиц rysun =rys =ryc figur =fig abbildung =abb obraz =obr wykres =chart diagram =graf graph graph grafik =mapa =map karte =carte schemat =schema рисун =рис =мал
  zalacznik annex appendix anlage anhang priloh anexo додат bijlage bilag liite
  =strona =str =page =pages seite =strana =стор =сторінка =страница =pagina =página =lk =oldal =puslapis =side =sida =sivu =pag =p =s =pp
  =art artykul article artikel articul =paragraf ustep =ust paragraph =§ punkt =pkt =стаття =пункт clanek
    =rok =roku =year =years =jahr =jahre annee =ano =anos =рік =року =quarter kwartal quartal =q =kw
  wersj version wariant variant scenari =opcja option =przypis =note =notes fussnote =pytani question frage otazk pregunta =sekcja section abschnitt seccion warsztat workshop spotkan meeting sitzung =sesja session
  uchwal resolution beschlus usnesen resolucion рішення rozporzadzen ordinance zarzadzen =nr =no =numer =number =dz =poz =tom volume =band =vol
  =ul =ulica street =tel phone telefon =fax =box =foto photo =zdjecie slide slajd =zdroj source zrodlo =linia =route =bus =tram =tramwaj dzielnic district bezirk =ward =okreg
  grupa =group gruppe =zespol team =stycznia =lutego =marca =kwietnia =maja =czerwca =lipca =sierpnia =wrzesnia =pazdziernika =listopada =grudnia =dnia =dne =am =le =el =january =february =march =april =may =june =july =august =september =october =november =december
  wskazni mierni indicator =kpi indikator kennzahl ukazatel indicateur indicador показник mutato rodikl =wynik rezultat result ergebnis outcome_ hypothes teza =tom =risk ryzyk risik =szansa =zagrozenie zagrozen strength weakness threat`;

/** Labels of steps in time. */
export const sequenceStems =
  '=etap =etapy stage =phase =phases =faza =fazy =krok =kroky =step =steps schritt etape =paso =fase =крок =етап';

/** Words for a page, for "Page 3 of 60". */
export const pageWords =
  '=strona =str =page =seite =strana =стор =сторінка =страница =pagina =lk =oldal =puslapis =side =sida =sivu =pag =p =s =página =stranka =lap =psl';

/** Numbers written as words, folded stem to value, for "five goals" and "trzech obszarów". */
export const numerals: readonly (readonly [number, string])[] = [
  [2, '=two =dwa =dwie =dwoch =zwei =dva =dve =dvou =deux =dos =два =дві =двох =due =doua =twee =tva'],
  [3, '=three =trzy =trzech =drei =tri =tri =trois =tres =три =трьох =tre =trei =drie =harom'],
  [
    4,
    '=four =cztery =czterech =vier =ctyri =ctyr =styri =quatre =cuatro =quatro =чотири =чотирьох =четыре =quattro =patru =fyra =fire =negy',
  ],
  [
    5,
    "=five =piec =pieciu =funf =fuenf =pet =peti =pat =cinq =cinco =пять =п'ять =п'яти =пяти =cinque =cinci =vijf =fem =ot",
  ],
  [6, '=six =szesc =szesciu =sechs =sest =sesti =seis =шість =шести =шесть =sei =sase =zes =sex =seks =hat'],
  [
    7,
    '=seven =siedem =siedmiu =sieben =sedm =sedmi =sept =siete =сім =семи =семь =sette =sapte =zeven =sju =syv =het',
  ],
  [
    8,
    '=eight =osiem =osmiu =acht =osm =osmi =huit =ocho =вісім =восьми =восемь =otto =opt =atta =atte =nyolc',
  ],
  [
    9,
    "=nine =dziewiec =dziewieciu =neun =devet =deviti =neuf =nueve =девять =дев'ять =дев'яти =nove =noua =negen =nio =ni =kilenc",
  ],
  [
    10,
    '=ten =dziesiec =dziesieciu =zehn =deset =deseti =dix =diez =десять =десяти =dieci =zece =tien =tio =ti =tiz',
  ],
  [11, '=eleven =jedenascie =jedenastu =elf =jedenact =onze =once =одинадцять'],
  [12, '=twelve =dwanascie =dwunastu =zwolf =dvanact =douze =doce =дванадцять'],
  [13, '=thirteen =trzynascie =trzynastu =dreizehn =trinact =treize =trece =тринадцять'],
];

/**
 * Number words, folded, that are everyday words of another language, with the languages in which they are the number:
 * "ten cel" is "this goal", "onze doelen" are "our goals", "dos objetivos" in Portuguese is "of the goals".
 */
export const sharedNumerals: Readonly<Record<string, string>> = {
  dos: 'es ca',
  due: 'it',
  fire: 'da no sv',
  hat: 'hu',
  het: 'hu',
  ni: 'da no sv',
  nove: 'it pt',
  once: 'es',
  onze: 'fr pt ca',
  ot: 'hu',
  pet: 'cs sk',
  sei: 'it',
  sex: 'sv',
  ten: 'en',
  ti: 'da no',
  tio: 'sv',
};

/** Stems of words for vision and mission. */
export const visionStems = [
  'wizj',
  'vision',
  'vize',
  'vizi',
  'visio',
  'виден',
  'бачен',
  'jovokep',
  'visie',
  'visao',
  'vizij',
  'viziun',
];

export const missionStems = [
  'misj',
  'mission',
  'poslan',
  'mise',
  'mision',
  'місі',
  'мисс',
  'misij',
  'missie',
  'missao',
  'misiun',
  'kuldetes',
];

/** Ordinal words, folded stems: "First goal", "Drugi cel", "Troisième axe". */
export const ordinalStems: readonly string[] = [
  'first pierwsz erst =prvni =prvy premier premiere primer prim перш перв elso eerste forst forsta pirm',
  'second drug zweit druh deuxieme second segund друг masodik tweede andra anden antr secund',
  'third trzeci dritt treti troisieme tercer terz трет harmadik derde tredje treci',
  'fourth czwart viert ctvrt quatrieme cuart quart четверт negyedik vierde fjarde fjerde ketvirt',
  "fifth piat funft paty pata pate cinquieme quint п'ят пят otodik vijfde femte penkt",
  'sixth szost sechst sest sixieme sext шост hatodik zesde sjatte sjette sest',
  'seventh siodm siebt sedm septieme septim сьом hetedik zevende sjunde septint',
  'eighth osm acht huitieme octav восьм nyolcadik achtste attonde astunt',
];

export const ones = new Set([
  'one',
  'eins',
  'jeden',
  'un',
  'uno',
  'jedna',
  'один',
  'een',
  'ett',
  'en',
  'egy',
]);

export const unitHeaders = new Set([
  'unit',
  'units',
  'jedn',
  'jednostka miary',
  'einheit',
  'jednotka',
  'mj',
  'unite',
  'unidad',
  'одиниця',
  'одиниці виміру',
  'baseline',
  'wartosc bazowa',
  'j m',
  'unita',
  'eenheid',
]);

export const contentsTitles = new Set([
  'spis tresci',
  'zawartosc',
  'contents',
  'table of contents',
  'inhalt',
  'inhaltsverzeichnis',
  'obsah',
  'sommaire',
  'table des matieres',
  'indice',
  'contenido',
  'tabla de contenido',
  'indice de contenidos',
  'зміст',
  'содержание',
  'cuprins',
  'inhoud',
  'inhoudsopgave',
  'innehall',
  'innehallsforteckning',
  'indholdsfortegnelse',
  'innhold',
  'sisallys',
  'turinys',
  'saturs',
  'sisukord',
  'tartalom',
  'tartalomjegyzek',
  'sadrzaj',
  'kazalo',
  'sumario',
  'indice general',
  'съдържание',
  'съдьржание',
  'sumari',
  'index',
]);

/** Verbs that assign or list: "zostały przypisane zadania realizacyjne", "implementation tasks have been assigned". */
export const assigning = [
  'przypisan',
  'przyporzadkowan',
  'assigned',
  'attached',
  'allocated',
  'zugeordnet',
  'zugewiesen',
  'prirazen',
  'priraden',
  'associe',
  'rattach',
  'asignad',
  'asociad',
  'закріплен',
  'визначен',
  'передбачен',
  'associat',
  'atribuit',
  'toegewezen',
  'tilldelat',
  'tilknyttet',
  'priskirt',
];

export const untilWords = new Set([
  'do',
  'by',
  'until',
  'to',
  'bis',
  'a',
  'al',
  'до',
  'till',
  'tot',
  'horizon',
  'horizont',
  'horizonte',
  'orizzonte',
  'perspektywie',
  'hasta',
  'jusqu',
  'en',
  'la',
  'iki',
  'lidz',
  'aastani',
  'til',
  'fino',
  'ate',
  'fins',
]);

export const planStems = [
  'strateg',
  'plan',
  'program',
  'rozvoj',
  'rozwoj',
  'entwicklung',
  'projet',
  'konzept',
  'agenda',
  'vision',
  'стратег',
  'розвит',
  'cel',
  'goal',
  'ziel',
  'objet',
  'objec',
  'priorit',
];

export const numberSigns = new Set([
  'nr',
  'no',
  'c',
  'č',
  '№',
  'n',
  'num',
  'numer',
  'number',
  'numero',
  'numéro',
  'número',
  'núm',
  'sz',
]);

/** Words that join two names of levels in one caption: it names no single level. */
export const conjunctions: ReadonlySet<string> = new Set([
  'i',
  'oraz',
  'and',
  'und',
  'a',
  'et',
  'y',
  'та',
  'і',
  'e',
  'og',
  'och',
  'ja',
  'en',
  'in',
  'si',
  'ir',
  'es',
  'και',
  'и',
]);

/** Ends of first halves of adjectives that keep their hyphen: "społeczno-gospodarczy", "соціально-економічний". */
export const compoundEnds: readonly string[] = ['czo', 'sko', 'owo', 'ько'];
/** The same behind a consonant: "wodno-ściekowy". */
export const consonantEnds: readonly string[] = ['no', 'но'];
/** First halves of words that are written together all the same: "ogólnospławny", "niepełnosprawność". */
export const wholeFronts: ReadonlySet<string> = new Set([
  'ogolno',
  'pelno',
  'niepelno',
  'rowno',
  'nierowno',
  'jedno',
  'rozno',
  'drobno',
  'wolno',
  'nisko',
  'wysoko',
  'blisko',
  'szeroko',
  'gleboko',
  'srednio',
]);
export const vowels = 'aeiouyаеиоуюяіїє';

/** Letters in the order in which they number: Latin, Ukrainian, Greek. */
export const alphabets: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгґдеєжзиіїйклмнопрстуфхцчшщюя',
  'αβγδεζηθικλμνξοπρστυφχψω',
];

/** Words before a number that is no total: "each with three priorities", "nie więcej niż cztery zadania". */
export const distributive: readonly string[] = [
  'each',
  'every',
  'most',
  'least',
  'kazd',
  'najmniej',
  'wiecej',
  'jede',
  'mindestens',
  'hochstens',
  'chaque',
  'chacun',
  'moins',
  'plus',
  'cada',
  'menos',
  'кожн',
  'каждо',
  'ogni',
  'ciascun',
  'elke',
  'ieder',
  'varje',
  'hver',
  'jokais',
  'minden',
  'fiecar',
  'kiekvien',
  'vsak',
  'svak',
  'iga',
];

/** Words that name levels and only without their accents are among the denied ones: Catalan "línia" is no Polish bus line. */
export const accented: ReadonlySet<string> = new Set(['línia', 'línies']);

/** Names of the field that holds a title, folded: "Nazwa: …", "Title: …". */
export const titleFields: ReadonlySet<string> = new Set([
  'tytul',
  'nazwa',
  'title',
  'name',
  'titel',
  'bezeichnung',
  'nazev',
  'nazov',
  'titre',
  'intitule',
  'titulo',
  'nombre',
  'назва',
  'titolo',
  'denominazione',
  'titlu',
  'denumire',
  'naam',
  'pavadinimas',
]);

/** Abbreviations at the end of a title that keep their full stop. */
export const abbreviations: ReadonlySet<string> = new Set([
  'r',
  'rr',
  'itp',
  'itd',
  'etc',
  'tys',
  'usw',
  'atd',
  'apod',
  'тощо',
  'р',
  'рр',
]);
