/**
 * Words that name levels of plans, and words beside them, by role and folded stem, in some thirty languages, for reading
 * documents. A stem matches a word that begins with it and is at most six letters longer; "=" in front means the whole
 * word. Folded: lower case, without diacritics.
 */

/** What a word speaks of: a level of a plan, a chapter of a document, something beside the goals, an adjective of levels, the city and its development, a small word. */
export type Role = 'level' | 'chapter' | 'beside' | 'filler' | 'theme' | 'small';

export const stems: Readonly<Record<Role, string>> = {
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
    =i =oraz =w =z =na =do =dla =ramach =przez =pod =o =a =we =ze =ich =nasze =naszego =naszych =nad =przy =bez =miedzy =przed =poprzez =wsrod =wobec =obok
    =the =of =and =for =to =in =on =with =by =under =within =from =an =at =or =we =are =is =following =every =each =its =their =into =through =across =between =near =around =without =among
    =der =die =das =des =dem =den =und =fur =zu =im =in =von =mit =unsere =unser =am =aus =zur =zum =einer =ein =eine =als =auf =durch =uber =ohne =zwischen =bei =nach =sowie =oder =beim =vom
    =a =v =pro =ve =s =k =se =ze =nase =u =za =az =es =ez =nebo =pri =mezi =kolem =jako
    =le =la =les =du =de =des =et =pour =en =un =une =nos =notre =dans =sur =au =aux =par =ou =l =d =avec =sans =entre =vers =chez =ses =leur =leurs
    =el =los =las =y =e =del =para =con =un =una =por =da =do =das =dos =di =il =lo =gli =della =dei =delle =dello =per =si =pentru =din =al =ale =ca =cu =i =dels =amb =nel =nella =alla =ai =che =com =os =as =no =sin =hacia =sus =sobre =desde
    =та =и =і =и =в =на =для =з =із =у =до =от =по =с =за =про =що =від =та =над =при =між =без =через =біля =під =або
    =ir =un =ja =van =het =een =och =og =for =av =til =till =i =ve =met =voor =den =att =som =ett =en =iz =od =te =ter =na =ve =και =του =της =για =των =στην =στο`,
};

/** Tails that make a German, Dutch or Nordic compound a level word: Leitziel, Handlungsfeld, Schlüsselmaßnahme, focusområde. */
export const tails = [
  'ziel',
  'ziele',
  'ziels',
  'zielen',
  'feld',
  'felder',
  'feldern',
  'massnahme',
  'massnahmen',
  'projekt',
  'projekte',
  'schwerpunkt',
  'schwerpunkte',
  'bereich',
  'bereiche',
  'doel',
  'doelen',
  'doelstelling',
  'doelstellingen',
  'thema',
  'themen',
  'omrade',
  'omraden',
  'omrader',
  'mal',
  'malen',
  'cel',
  'celja',
  'celok',
  'tavoitteet',
  'tavoite',
  'linie',
  'linien',
  'aufgabe',
  'aufgaben',
  'alue',
  'alueet',
  'teema',
  'teemat',
  'priority',
  'priorities',
];

/** Level words for what is done rather than aimed at. A list of them without labels or codes may be examples as well as a level. */
export const actionStems = `
  dzialan zadan przedsiewz projekt inicjatyw interwencj =action =actions measure =task =tasks project initiative activit massnahm vorhaben aufgabe opatren aktivit ukol uloh mesure chantier
  accion acción medida proyecto actuacion =misura =misure progett azion acao acoes medida projeto masur proiect activitat =actie =acties maatregel insats atgard tiltak indsats toimenpi tegevus =meede meetme
  priemon veikl pasakum intezkedes feladat ukrep mjer aktivnost =mera =mere захід заход завдан проєкт проект мярк мерк деиност δρασ`;

/** Level names whose singular is known: plural (folded) to singular as a level is called. */
export const singulars: Readonly<Record<string, string>> = {
  cele: 'cel',
  'cele strategiczne': 'cel strategiczny',
  'cele operacyjne': 'cel operacyjny',
  'cele szczegolowe': 'cel szczegółowy',
  'cele glowne': 'cel główny',
  'cele posrednie': 'cel pośredni',
  priorytety: 'priorytet',
  'priorytety strategiczne': 'priorytet strategiczny',
  obszary: 'obszar',
  'obszary strategiczne': 'obszar strategiczny',
  'obszary tematyczne': 'obszar tematyczny',
  kierunki: 'kierunek',
  'kierunki dzialan': 'kierunek działań',
  'kierunki dzialania': 'kierunek działania',
  'kierunki interwencji': 'kierunek interwencji',
  dzialania: 'działanie',
  'kluczowe dzialania': 'kluczowe działanie',
  zadania: 'zadanie',
  'zadania realizacyjne': 'zadanie realizacyjne',
  projekty: 'projekt',
  programy: 'program',
  przedsiewziecia: 'przedsięwzięcie',
  goals: 'goal',
  'strategic goals': 'strategic goal',
  'operational goals': 'operational goal',
  objectives: 'objective',
  'strategic objectives': 'strategic objective',
  'specific objectives': 'specific objective',
  priorities: 'priority',
  'strategic priorities': 'strategic priority',
  actions: 'action',
  'key actions': 'key action',
  measures: 'measure',
  tasks: 'task',
  initiatives: 'initiative',
  projects: 'project',
  strategies: 'strategy',
  programmes: 'programme',
  areas: 'area',
  'priority areas': 'priority area',
  'focus areas': 'focus area',
  pillars: 'pillar',
  themes: 'theme',
  ziele: 'Ziel',
  'strategische ziele': 'Strategisches Ziel',
  'operative ziele': 'Operatives Ziel',
  leitziele: 'Leitziel',
  teilziele: 'Teilziel',
  handlungsfelder: 'Handlungsfeld',
  massnahmen: 'Maßnahme',
  projekte: 'Projekt',
  schwerpunkte: 'Schwerpunkt',
  leitlinien: 'Leitlinie',
  handlungsziele: 'Handlungsziel',
  leitprojekte: 'Leitprojekt',
  cile: 'cíl',
  'strategicke cile': 'strategický cíl',
  'specificke cile': 'specifický cíl',
  'operacni cile': 'operační cíl',
  opatreni: 'opatření',
  oblasti: 'oblast',
  'prioritni oblasti': 'prioritní oblast',
  'klicove oblasti': 'klíčová oblast',
  aktivity: 'aktivita',
  ukoly: 'úkol',
  objectifs: 'objectif',
  'objectifs strategiques': 'objectif stratégique',
  'objectifs operationnels': 'objectif opérationnel',
  axes: 'axe',
  'axes strategiques': 'axe stratégique',
  mesures: 'mesure',
  orientations: 'orientation',
  objetivos: 'objetivo',
  'objetivos estrategicos': 'objetivo estratégico',
  'objetivos especificos': 'objetivo específico',
  'objetivos operativos': 'objetivo operativo',
  ejes: 'eje',
  'ejes estrategicos': 'eje estratégico',
  'lineas de actuacion': 'línea de actuación',
  'lineas estrategicas': 'línea estratégica',
  acciones: 'acción',
  medidas: 'medida',
  proyectos: 'proyecto',
  actuaciones: 'actuación',
  'стратегічні цілі': 'стратегічна ціль',
  'оперативні цілі': 'оперативна ціль',
  'операціині цілі': 'операційна ціль',
  цілі: 'ціль',
  завдання: 'завдання',
  заходи: 'захід',
  напрями: 'напрям',
  пріоритети: 'пріоритет',
  проєкти: 'проєкт',
  проекти: 'проект',
};

/** First letters of folded words, in the languages that intake reads. */
export const kindStems: Readonly<Record<'areas' | 'tasks' | 'indicators' | 'goals', readonly string[]>> = {
  indicators: [
    'wskaznik',
    'indicator',
    'indikator',
    'kennzahl',
    'ukazatel',
    'indicateur',
    'indicador',
    'індикатор',
    'показник',
  ],
  tasks: [
    'zadani',
    'zadan',
    'przedsiewzi',
    'dzialani',
    'task',
    'action',
    'measure',
    'massnahm',
    'aufgab',
    'ukol',
    'uloh',
    'opatren',
    'aktivit',
    'tache',
    'mesure',
    'tarea',
    'medida',
    'accion',
    'завдан',
    'захо',
  ],
  areas: [
    'obszar',
    'dziedzin',
    'wymiar',
    'pole',
    'pola',
    'area',
    'field',
    'dimension',
    'domain',
    'theme',
    'handlungsfeld',
    'themen',
    'bereich',
    'oblast',
    'domaine',
    'ambito',
    'eje',
    'напрям',
    'сфер',
  ],
  goals: ['cel', 'goal', 'objective', 'priorit', 'ziel', 'cil', 'ciel', 'objectif', 'objetivo', 'ціл'],
};

/** First letters of folded words that name tasks and nothing else: a level of these holds tasks, not goals. */
export const taskStems: readonly string[] = [
  'zadani',
  'zadan',
  'task',
  'action item',
  'ukol',
  'uloh',
  'aufgab',
  'tache',
  'tarea',
  'завдан',
];

/** Names of levels as a city would write them, singular and plural, by language. */
export const levelForms: Readonly<Record<string, readonly (readonly [singular: string, plural: string])[]>> =
  {
    pl: [
      ['cel', 'cele'],
      ['cel strategiczny', 'cele strategiczne'],
      ['cel operacyjny', 'cele operacyjne'],
      ['cel szczegółowy', 'cele szczegółowe'],
      ['cel główny', 'cele główne'],
      ['cel horyzontalny', 'cele horyzontalne'],
      ['cel kierunkowy', 'cele kierunkowe'],
      ['priorytet', 'priorytety'],
      ['kierunek', 'kierunki'],
      ['kierunek działań', 'kierunki działań'],
      ['kierunek działania', 'kierunki działania'],
      ['kierunek interwencji', 'kierunki interwencji'],
      ['działanie', 'działania'],
      ['zadanie', 'zadania'],
      ['zadanie realizacyjne', 'zadania realizacyjne'],
      ['obszar', 'obszary'],
      ['obszar strategiczny', 'obszary strategiczne'],
      ['obszar tematyczny', 'obszary tematyczne'],
      ['przedsięwzięcie', 'przedsięwzięcia'],
      ['projekt', 'projekty'],
      ['program', 'programy'],
      ['filar', 'filary'],
    ],
    en: [
      ['goal', 'goals'],
      ['strategic goal', 'strategic goals'],
      ['operational goal', 'operational goals'],
      ['objective', 'objectives'],
      ['strategic objective', 'strategic objectives'],
      ['specific objective', 'specific objectives'],
      ['priority', 'priorities'],
      ['strategic priority', 'strategic priorities'],
      ['priority area', 'priority areas'],
      ['focus area', 'focus areas'],
      ['action', 'actions'],
      ['key action', 'key actions'],
      ['measure', 'measures'],
      ['task', 'tasks'],
      ['action item', 'action items'],
      ['initiative', 'initiatives'],
      ['strategy', 'strategies'],
      ['project', 'projects'],
      ['programme', 'programmes'],
      ['area', 'areas'],
      ['pillar', 'pillars'],
      ['theme', 'themes'],
      ['outcome', 'outcomes'],
    ],
    de: [
      ['Ziel', 'Ziele'],
      ['strategisches Ziel', 'strategische Ziele'],
      ['operatives Ziel', 'operative Ziele'],
      ['Leitziel', 'Leitziele'],
      ['Teilziel', 'Teilziele'],
      ['Handlungsfeld', 'Handlungsfelder'],
      ['Handlungsziel', 'Handlungsziele'],
      ['Maßnahme', 'Maßnahmen'],
      ['Aufgabe', 'Aufgaben'],
      ['Projekt', 'Projekte'],
      ['Leitprojekt', 'Leitprojekte'],
      ['Schwerpunkt', 'Schwerpunkte'],
      ['Leitlinie', 'Leitlinien'],
    ],
    cs: [
      ['cíl', 'cíle'],
      ['strategický cíl', 'strategické cíle'],
      ['specifický cíl', 'specifické cíle'],
      ['operační cíl', 'operační cíle'],
      ['opatření', 'opatření'],
      ['oblast', 'oblasti'],
      ['prioritní oblast', 'prioritní oblasti'],
      ['klíčová oblast', 'klíčové oblasti'],
      ['priorita', 'priority'],
      ['aktivita', 'aktivity'],
      ['úkol', 'úkoly'],
    ],
    fr: [
      ['objectif', 'objectifs'],
      ['objectif stratégique', 'objectifs stratégiques'],
      ['objectif opérationnel', 'objectifs opérationnels'],
      ['axe', 'axes'],
      ['axe stratégique', 'axes stratégiques'],
      ['orientation', 'orientations'],
      ['mesure', 'mesures'],
      ['action', 'actions'],
      ['tâche', 'tâches'],
    ],
    es: [
      ['objetivo', 'objetivos'],
      ['objetivo estratégico', 'objetivos estratégicos'],
      ['objetivo específico', 'objetivos específicos'],
      ['objetivo operativo', 'objetivos operativos'],
      ['eje', 'ejes'],
      ['eje estratégico', 'ejes estratégicos'],
      ['línea estratégica', 'líneas estratégicas'],
      ['línea de actuación', 'líneas de actuación'],
      ['acción', 'acciones'],
      ['medida', 'medidas'],
      ['proyecto', 'proyectos'],
      ['tarea', 'tareas'],
    ],
    uk: [
      ['ціль', 'цілі'],
      ['стратегічна ціль', 'стратегічні цілі'],
      ['оперативна ціль', 'оперативні цілі'],
      ['операційна ціль', 'операційні цілі'],
      ['пріоритет', 'пріоритети'],
      ['напрям', 'напрями'],
      ['завдання', 'завдання'],
      ['захід', 'заходи'],
      ['проєкт', 'проєкти'],
    ],
  };

/** A level of which the source gives no name. */
export const levelWord: Readonly<Record<string, string>> = {
  pl: 'Poziom',
  en: 'Level',
  de: 'Ebene',
  cs: 'Úroveň',
  fr: 'Niveau',
  es: 'Nivel',
  uk: 'Рівень',
};
