/**
 * Words that documents of this kind use, by role and folded stem, in some twenty languages. They only raise or lower
 * evidence: a label nobody listed is still found by its sequence. A stem matches a word that begins with it and is at
 * most six letters longer; "=" in front means the whole word.
 */
import { fold, words } from './characters.ts';

/** What a word speaks of: a level of a plan, a chapter of a document, something beside the goals, an adjective of levels, the city and its development, a small word. */
export type Role = 'level' | 'chapter' | 'beside' | 'filler' | 'theme' | 'small';

const stems: Readonly<Record<Role, string>> = {
  level: `
    =cel =cele =celu =celow =celem =celami =celach =celom priorytet obszar kierunek kierunk dzialani =dzialan zadani =zadan przedsiewzie projekt program =pole =pola =os =osie =osi filar inicjatyw wymiar dziedzin interwencj
    goal objective priorit =aim =aims action =measure =measures =task =tasks initiative project pillar theme area focus direction ambition commitment domain axis axes =imperative =imperatives =strategies =strategy
    =ziel =ziele =zieles =ziels =zielen zielsetz feld massnahm leitlinie leitsatz schwerpunkt saule baustein prioritat aufgabe vorhaben handlungs themen
    =cil =cile =cilu =cilem =cilum =cilech =ciel =ciele =ciela =cielov oblast opatren priorit aktivit ukol uloh pilir pilier =smer =smery =osa =osy zamer =tema =temata
    objectif =axe =axes orientation =action mesure priorite =enjeu =enjeux chantier levier =volet =volets engagement finalite
    objetiv objectiv obiettiv obiectiv objectiu =eje =ejes =eix =eixos =eixo =asse =assi =axa =axele linea =lineas =linha =linhas =linia =linies =linie medida =misura =misure =masura masuri accion =acao acoes azion actiun accio actuacion actuacio proyecto projeto progett proiect =ambito =ambitos =ambiti =ambit =ambits =area =areas =aree =reto =retos =repte =reptes desafio pilar pilastr priorida =meta =metas iniciativ =directie =directii =directia direttric domeni dimensi actuaciones
    tiksl priemon uzdavin =kryptis =kryptys krypt veikl =merkis =merki uzdevum virzien =riciba pasakum eesmar tegevus =suund suunad =meede meetme valdkon
    =celok =celkituzes celkituz =celja =celjai prioritas intezkedes tengel piller terulet feladat
    doel ambitie =actie =acties maatregel speerpunt =thema prioriteit opgave pijler
    =mal =malet =malen malsattning malomrad delmal hovedmal fokusomrad innsats insats atgard tiltak indsats satsning inriktning satsningsomrad
    tavoit paamaar painopist toimenpi
    =ціль =цілі =цілеи =цілями завдан пріоритет напрям =захід =заходи =заходів проект проєкт програм задач =цель =цели =целеи приоритет направлен мероприят мярк деиност =област =области =сфера =сфери =мета =цел =мерка =мерки
    cilj mjer ukrep podruc zadatak =mere =mera aktivnost prednostn usmjeren =pravac
    στοχ αξον προτεραιοτ δρασ =μετρα =μετρο
    =amac amaclar hedef faaliyet oncelik`,
  chapter: `
    wstep wprowadz =slowo przedmow streszcz =spis metod diagnoz analiz swot uwarunkowan charakteryst wizj misj monitor ewaluac wdraz wdroz podsumow konsultac zalaczni slowni tlo aktualizac partycypac harmonogram
    introduc foreword preface summary background context diagnos analys vision mission implement evaluat appendi annex conclu glossar acknowledg method monitoring reporting contents overview welcome message introd about history how participation
    einleit vorwort ausgangslag bestandsaufn leitbild umsetz anhang zusammenfass fazit inhalt verzeichnis verfahren beteiligung grusswort
    uvod predmluv =vize poslani implementac priloh zaver obsah vychodisk metodik shrnuti slovo
    avant-propos =etat diagnostic suivi annexe synthes sommaire preambul editorial contexte mise
    presentacion prologo seguimiento evaluacion anexo metodolog indice contexto antecedent
    introduzion premessa attuazion monitoragg allegat seguiment avaliac acompanhament introducere diagnoz anexe viziune misiune contesto
    вступ передмов аналіз баченн =місія =місії моніторинг впровадж реалізац додат методолог зміст діагност введени анализ виден мисси мониторинг приложен
    bevezet helyzet jovokep megvalos mellekl inleid uitvoer bijlag samenvat inledning genomfor uppfolj bilag sammanfatt johdanto seuranta toteut
    ivada =vizija misij stebesen igyvend pried ievad pielikum sissejuh lisad uvod vizij provedb pracenj prilog eisagog οραμα`,
  beside: `
    wskazni mierni efekt rezultat partner budzet finans zrodl termin odpowiedzial uzasadni =opis koordynator mocn slab szans zagroz wartosc zasad problem benefic interesari uwag dokument kontakt aktualnosc powiaz ryzyk korzysc =oczekiwan oczekiwan przyklad wyzwan
    indicator =kpi =kpis result outcome effect benefit budget financ fund =cost =costs deadline timeline schedule risk responsib =lead =leads owner descript strength weakness opportunit threat value principle stakeholder document link contact news download related source target baseline challenge rationale example step milestone performance success =kpi
    indikator kennzahl ergebnis wirkung kosten zeitplan zustandig verantwort beschreib starken schwachen chancen risik werte grundsatz beispiel akteur beteiligt quelle herausforder
    ukazatel vysledk dopad rozpoc zdroj garant odpoved popis siln slab prilezit hrozb hodnot zasady rizik partneri termin
    indicateur resultat effet calendrier pilote responsable forces faiblesses menaces valeur principe partenaire financement cout exemple
    indicador resultad efecto presupuest plazo fortalez debilid amenaz valor principio descripcion responsab socios coste
    risultat indicator efectos rezultate responsabil valori principi costi tempi rezultat
    показник результат індикатор очікуван партнер бюджет фінанс відповідал сильн слабк можлив загроз цінност принцип термін опис джерел ризик
    voorbeeld ejempl esempi exempl приклад priklad pelda pavyzdz exempel eksempel esimerk naprik meten meting medir medicion esperad attendu attes ocekavan erwartet expected verwacht realizator wykonawc trekker planning beneficiar koszt korist
    mutato eredmeny indicatoren resultaten indikator resultat varde grunnprinsipp rodikl rezultatai tulemus mittari tulos pokazatelj ishod`,
  filler: `
    strategi strategy strateg operacyj operati operaci operacn operatyw operative szczegol glown kluczow podstaw posredn tematycz horyzont nadrzedn priorytetow realizacyj wspoln wybran planowan proponowan dlugo krotko
    main key specific general major overall our city council municipal urban town development long-term long short-term core plan implementation cross-cutting supporting top priority thematic detailed guiding policy
    strategisch operativ haupt ober leit konkret kommunal zentral ubergeordnet mittelfrist langfrist wichtig gesamtstadt einzel
    strategick specifick hlavn klicov operacn dilci globaln rozvojov
    strategique specifique operationnel general principal majeur prioritair transvers detaill
    estrategic especific operativ general principal transversal
    strategic specific operativ strategici generali specifici generale
    стратег оператив операц головн ключов планов основн стратегіч пріоритетн 
    strategini strategia miesto strateegili stratejik strategisk overgripande stratesk stratesk stratesk  strategiai stadelijk stedelijk hoofd ontwikkel kaupung`,
  theme: `
    rozwoj miast miejsk gmin stadt entwicklung mest rozvoj ville commune developpement ciudad munici desarrollo citta comune sviluppo dezvolt oras municip розвит міст громад городск развити miesto gradsk grada razvoj varos fejleszt stadelijk stedelijk ontwikkel kaupung stad stadt kommun`,
  small: `
    =i =oraz =w =z =na =do =dla =ramach =przez =pod =o =a =we =ze =ich =nasze =naszego =naszych
    =the =of =and =for =to =in =on =with =by =under =within =from =an =at =or =we =are =is =following
    =der =die =das =des =dem =den =und =fur =zu =im =in =von =mit =unsere =unser =am =aus =zur =zum =einer =ein =eine =als =auf
    =a =v =pro =ve =s =k =se =ze =nase =u =za =az =es =ez =nebo
    =le =la =les =du =de =des =et =pour =en =un =une =nos =notre =dans =sur =au =aux =par =ou =l =d
    =el =los =las =y =e =del =para =con =un =una =por =da =do =das =dos =di =il =lo =gli =della =dei =delle =dello =per =si =pentru =din =al =ale =ca =cu =i =dels =amb =nel =nella =alla =ai =che =com =os =as =no
    =та =и =і =и =в =на =для =з =із =у =до =от =по =с =за =про =що =від =та
    =ir =un =ja =van =het =een =och =og =for =av =til =till =i =ve =met =voor =den =att =som =ett =en =iz =od =te =ter =na =ve =και =του =της =για =των =στην =στο`,
};

/** Labels that number something else than goals. */
const deniedStems = `
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
const sequenceStems = '=etap =etapy stage =phase =phases =faza =fazy =krok =kroky =step =steps schritt etape =paso =fase =крок =етап';

/** Words for a page, for "Page 3 of 60". */
const pageWords = '=strona =str =page =seite =strana =стор =сторінка =страница =pagina =lk =oldal =puslapis =side =sida =sivu =pag =p =s =página =stranka =lap =psl';

interface Entry { readonly stem: string; readonly role: string; readonly exact: boolean }

const longest = 6;

function index(lists: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const [role, list] of lists) {
    for (const token of list.split(/\s/u)) {
      if (token === '') continue;
      const exact = token.startsWith('=');
      const stem = fold(exact ? token.slice(1) : token);
      const key = stem.slice(0, 2);
      const entries = map.get(key) ?? [];
      entries.push({ stem, role, exact });
      map.set(key, entries);
    }
  }
  return map;
}

const roles = index(Object.entries(stems));
const denied = index([['denied', deniedStems]]);
const sequences = index([['sequence', sequenceStems]]);
const pages = index([['page', pageWords]]);

function matches(entries: readonly Entry[] | undefined, word: string): Entry | undefined {
  let best: Entry | undefined;
  for (const entry of entries ?? []) {
    const hit = entry.exact ? word === entry.stem : word.startsWith(entry.stem) && word.length - entry.stem.length <= longest;
    if (hit && (best === undefined || entry.stem.length > best.stem.length)) best = entry;
  }
  return best;
}

/** Tails that make a German, Dutch or Nordic compound a level word: Leitziel, Handlungsfeld, Schlüsselmaßnahme, focusområde. */
const tails = ['ziel', 'ziele', 'ziels', 'zielen', 'feld', 'felder', 'feldern', 'massnahme', 'massnahmen', 'projekt', 'projekte', 'schwerpunkt', 'schwerpunkte', 'bereich', 'bereiche', 'doel', 'doelen', 'doelstelling', 'doelstellingen', 'thema', 'themen', 'omrade', 'omraden', 'omrader', 'mal', 'malen', 'cel', 'celja', 'celok', 'tavoitteet', 'tavoite', 'linie', 'linien', 'aufgabe', 'aufgaben', 'alue', 'alueet', 'teema', 'teemat', 'priority', 'priorities'];

/** Roles of one folded word; a word may have several ("strategy" is a level in one document and a filler in most). */
export function rolesOf(word: string): ReadonlySet<Role> {
  const found = new Set<Role>();
  const best = new Map<Role, Entry>();
  for (const entry of roles.get(word.slice(0, 2)) ?? []) {
    const hit = entry.exact ? word === entry.stem : word.startsWith(entry.stem) && word.length - entry.stem.length <= longest;
    if (hit) best.set(entry.role as Role, entry);
  }
  for (const role of best.keys()) found.add(role);
  if (!found.has('level') && word.length >= 6 && tails.some((tail) => word.endsWith(tail))) found.add('level');
  if (found.has('level') || found.has('filler') || found.has('theme')) found.delete('small');
  return found;
}

/** True when a label numbers steps in time. They belong to a plan only when their codes say whose they are: "Step 1.2". */
export function isSequenceLabel(label: string): boolean {
  return words(fold(label), 8).some((word) => matches(sequences.get(word.slice(0, 2)), word) !== undefined);
}

/** True when a label of these words numbers chapters, tables, pages, indicators: anything but goals. */
export function isDeniedLabel(label: string): boolean {
  const all = words(fold(label), 8);
  return all.some((word) => matches(denied.get(word.slice(0, 2)), word) !== undefined);
}

export function isPageWord(word: string): boolean {
  const folded = fold(word);
  return matches(pages.get(folded.slice(0, 2)), folded) !== undefined;
}

/** True when one of the words names a level of a plan. */
export function namesLevel(label: string): boolean {
  return words(fold(label), 12).some((word) => rolesOf(word).has('level'));
}

/** A word that cannot end a title: preposition, conjunction, article. */
export function isSmall(word: string): boolean {
  const folded = fold(word);
  return matches(roles.get(folded.slice(0, 2))?.filter((entry) => entry.role === 'small'), folded) !== undefined;
}

/** Level names whose singular is known: plural (folded) to singular as a level is called. */
const singulars: Readonly<Record<string, string>> = {
  cele: 'cel', 'cele strategiczne': 'cel strategiczny', 'cele operacyjne': 'cel operacyjny', 'cele szczegolowe': 'cel szczegółowy', 'cele glowne': 'cel główny', 'cele posrednie': 'cel pośredni',
  priorytety: 'priorytet', 'priorytety strategiczne': 'priorytet strategiczny', obszary: 'obszar', 'obszary strategiczne': 'obszar strategiczny', 'obszary tematyczne': 'obszar tematyczny', kierunki: 'kierunek', 'kierunki dzialan': 'kierunek działań', 'kierunki dzialania': 'kierunek działania', 'kierunki interwencji': 'kierunek interwencji', dzialania: 'działanie', 'kluczowe dzialania': 'kluczowe działanie', zadania: 'zadanie', 'zadania realizacyjne': 'zadanie realizacyjne', projekty: 'projekt', programy: 'program', przedsiewziecia: 'przedsięwzięcie',
  goals: 'goal', 'strategic goals': 'strategic goal', 'operational goals': 'operational goal', objectives: 'objective', 'strategic objectives': 'strategic objective', 'specific objectives': 'specific objective', priorities: 'priority', 'strategic priorities': 'strategic priority', actions: 'action', 'key actions': 'key action', measures: 'measure', tasks: 'task', initiatives: 'initiative', projects: 'project', strategies: 'strategy', programmes: 'programme', areas: 'area', 'priority areas': 'priority area', 'focus areas': 'focus area', pillars: 'pillar', themes: 'theme',
  ziele: 'Ziel', 'strategische ziele': 'Strategisches Ziel', 'operative ziele': 'Operatives Ziel', leitziele: 'Leitziel', teilziele: 'Teilziel', handlungsfelder: 'Handlungsfeld', massnahmen: 'Maßnahme', projekte: 'Projekt', schwerpunkte: 'Schwerpunkt', leitlinien: 'Leitlinie', handlungsziele: 'Handlungsziel', leitprojekte: 'Leitprojekt',
  cile: 'cíl', 'strategicke cile': 'strategický cíl', 'specificke cile': 'specifický cíl', 'operacni cile': 'operační cíl', opatreni: 'opatření', oblasti: 'oblast', 'prioritni oblasti': 'prioritní oblast', 'klicove oblasti': 'klíčová oblast', aktivity: 'aktivita', ukoly: 'úkol',
  objectifs: 'objectif', 'objectifs strategiques': 'objectif stratégique', 'objectifs operationnels': 'objectif opérationnel', axes: 'axe', 'axes strategiques': 'axe stratégique', mesures: 'mesure', orientations: 'orientation',
  objetivos: 'objetivo', 'objetivos estrategicos': 'objetivo estratégico', 'objetivos especificos': 'objetivo específico', 'objetivos operativos': 'objetivo operativo', ejes: 'eje', 'ejes estrategicos': 'eje estratégico', 'lineas de actuacion': 'línea de actuación', 'lineas estrategicas': 'línea estratégica', acciones: 'acción', medidas: 'medida', proyectos: 'proyecto', actuaciones: 'actuación',
  'стратегічні цілі': 'стратегічна ціль', 'оперативні цілі': 'оперативна ціль', 'операціині цілі': 'операційна ціль', цілі: 'ціль', завдання: 'завдання', заходи: 'захід', напрями: 'напрям', пріоритети: 'пріоритет', проєкти: 'проєкт', проекти: 'проект',
};

/** Singular of a level name when it is known, else undefined. Compares without case and diacritics. */
export function singularOf(name: string): string | undefined {
  const singular = singulars[fold(name)];
  if (singular === undefined) return undefined;
  return name[0] !== name[0]?.toLowerCase() ? singular[0]!.toUpperCase() + singular.slice(1) : singular;
}

/** Numbers written as words, folded stem to value, for "five goals" and "trzech obszarów". */
const numerals: readonly (readonly [number, string])[] = [
  [2, '=two =dwa =dwie =dwoch =zwei =dva =dve =dvou =deux =dos =два =дві =двох =due =doua =twee =tva =to'],
  [3, '=three =trzy =trzech =drei =tri =tri =trois =tres =три =трьох =tre =trei =drie =harom'],
  [4, '=four =cztery =czterech =vier =ctyri =ctyr =styri =quatre =cuatro =quatro =чотири =чотирьох =четыре =quattro =patru =fyra =fire =negy'],
  [5, '=five =piec =pieciu =funf =fuenf =pet =peti =pat =cinq =cinco =пять =п\'ять =п\'яти =пяти =cinque =cinci =vijf =fem =ot'],
  [6, '=six =szesc =szesciu =sechs =sest =sesti =seis =шість =шести =шесть =sei =sase =zes =sex =seks =hat'],
  [7, '=seven =siedem =siedmiu =sieben =sedm =sedmi =sept =siete =сім =семи =семь =sette =sapte =zeven =sju =syv =het'],
  [8, '=eight =osiem =osmiu =acht =osm =osmi =huit =ocho =вісім =восьми =восемь =otto =opt =atta =atte =nyolc'],
  [9, '=nine =dziewiec =dziewieciu =neun =devet =deviti =neuf =nueve =девять =дев\'ять =дев\'яти =nove =noua =negen =nio =ni =kilenc'],
  [10, '=ten =dziesiec =dziesieciu =zehn =deset =deseti =dix =diez =десять =десяти =dieci =zece =tien =tio =ti =tiz'],
  [11, '=eleven =jedenascie =jedenastu =elf =jedenact =onze =once =одинадцять'],
  [12, '=twelve =dwanascie =dwunastu =zwolf =dvanact =douze =doce =дванадцять'],
  [13, '=thirteen =trzynascie =trzynastu =dreizehn =trinact =treize =trece =тринадцять'],
];

const numeralValues = new Map<string, number>();
for (const [value, list] of numerals) {
  for (const token of list.split(' ')) numeralValues.set(fold(token.slice(1)), value);
}

/** Value of a number written as a word, or as up to three digits; 0 when it is none. */
export function numeral(word: string): number {
  const value = Number(word);
  if (Number.isInteger(value) && value > 0 && value < 1000) return value;
  return numeralValues.get(fold(word)) ?? 0;
}

/** Level words for what is done rather than aimed at. A list of them without labels or codes may be examples as well as a level. */
const actionStems = `
  dzialan zadan przedsiewz projekt inicjatyw interwencj =action =actions measure =task =tasks project initiative activit massnahm vorhaben aufgabe opatren aktivit ukol uloh mesure chantier
  accion acción medida proyecto actuacion =misura =misure progett azion acao acoes medida projeto masur proiect activitat =actie =acties maatregel insats atgard tiltak indsats toimenpi tegevus =meede meetme
  priemon veikl pasakum intezkedes feladat ukrep mjer aktivnost =mera =mere захід заход завдан проєкт проект мярк мерк деиност δρασ`;

const actions = index([['action', actionStems]]);

/** True when a folded word names actions, tasks, measures or projects. */
function isAction(word: string): boolean {
  return matches(actions.get(word.slice(0, 2)), word) !== undefined;
}

/** True when every level word of a caption names actions ("Planowane działania"), none goals. */
export function namesActions(caption: string): boolean {
  const levels = words(fold(caption), 12).filter((word) => rolesOf(word).has('level'));
  return levels.length > 0 && levels.every(isAction);
}

/** How many things with a level's name a sentence speaks of ("our plan has eight priorities"), actions apart; 0 when of none, or of two kinds. */
export function statedCount(text: string): number {
  const list = words(fold(text), 60);
  let stated = 0;
  for (let at = 0; at + 1 < list.length; at++) {
    const value = numeral(list[at]!);
    if (value < 2 || value > 40 || !list.slice(at + 1, at + 4).some((word) => rolesOf(word).has('level') && !isAction(word))) continue;
    if (stated > 0 && stated !== value) return 0;
    stated = value;
  }
  return stated;
}

/** Stems of words for vision and mission. */
export const visionStems = ['wizj', 'vision', 'vize', 'vizi', 'visio', 'виден', 'бачен', 'jovokep', 'visie', 'visao', 'vizij', 'viziun'];
export const missionStems = ['misj', 'mission', 'poslan', 'mise', 'mision', 'місі', 'мисс', 'misij', 'missie', 'missao', 'misiun', 'kuldetes'];

/** Ordinal words, folded stems: "First goal", "Drugi cel", "Troisième axe". */
const ordinalStems: readonly string[] = [
  'first pierwsz erst =prvni =prvy premier premiere primer prim перш перв elso eerste forst forsta pirm',
  'second drug zweit druh deuxieme second segund друг masodik tweede andra anden antr secund',
  'third trzeci dritt treti troisieme tercer terz трет harmadik derde tredje treci',
  'fourth czwart viert ctvrt quatrieme cuart quart четверт negyedik vierde fjarde fjerde ketvirt',
  'fifth piat funft paty pata pate cinquieme quint п\'ят пят otodik vijfde femte penkt',
  'sixth szost sechst sest sixieme sext шост hatodik zesde sjatte sjette sest',
  'seventh siodm siebt sedm septieme septim сьом hetedik zevende sjunde septint',
  'eighth osm acht huitieme octav восьм nyolcadik achtste attonde astunt',
];

/** Value of an ordinal word, or of a cardinal one from one to ten ("Goal One"); 0 when it is none. */
export function ordinal(word: string): number {
  const folded = fold(word);
  for (let at = 0; at < ordinalStems.length; at++) {
    for (const token of ordinalStems[at]!.split(' ')) {
      const stem = fold(token.startsWith('=') ? token.slice(1) : token);
      if (token.startsWith('=') ? folded === stem : folded.startsWith(stem) && folded.length - stem.length <= 4) return at + 1;
    }
  }
  return 0;
}

const ones = new Set(['one', 'eins', 'jeden', 'un', 'uno', 'jedna', 'один', 'een', 'ett', 'en', 'egy']);

/** Value of a cardinal number word, 0 for anything else, digits included. */
export function cardinal(word: string): number {
  const folded = fold(word);
  return ones.has(folded) ? 1 : numeralValues.get(folded) ?? 0;
}

const unitHeaders = new Set(['unit', 'units', 'jedn', 'jednostka miary', 'einheit', 'jednotka', 'mj', 'unite', 'unidad', 'одиниця', 'одиниці виміру', 'baseline', 'wartosc bazowa', 'j m', 'unita', 'eenheid']);

/** True for the header of a column of units or base values: a table of figures. */
export function isUnitHeader(text: string): boolean {
  return unitHeaders.has(words(fold(text), 4).join(' '));
}
