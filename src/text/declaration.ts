/**
 * Words of the accessibility declaration. The Polish headings, the three statuses and the order are prescribed: act of
 * 4 April 2019 on digital accessibility, technical conditions of the declaration v2.0 (July 2024).
 */
import type { Locale } from './locale.ts';

const pl = {
  title: 'Deklaracja dostępności',
  missingLead:
    'Operator tej instalacji nie podał jeszcze danych deklaracji. Niżej stoi jej pełny układ; przy pozycjach, których nie znamy, stoi „nie podano”.',
  missing: 'nie podano',
  intro: (entity: string) =>
    `${entity} zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.`,
  introMissing: 'Podmiot odpowiedzialny za tę stronę',
  scope: 'Oświadczenie w sprawie dostępności ma zastosowanie do strony internetowej',
  published: 'Data publikacji strony internetowej:',
  updated: 'Data ostatniej istotnej aktualizacji:',
  statusTitle: 'Stan dostępności cyfrowej',
  status: {
    compliant: 'Strona internetowa jest zgodna z załącznikiem do ustawy o dostępności cyfrowej.',
    'partly-compliant':
      'Strona internetowa jest częściowo zgodna z załącznikiem do ustawy o dostępności cyfrowej z powodu niezgodności lub wyłączeń wymienionych poniżej.',
    'not-compliant':
      'Strona internetowa jest niezgodna z załącznikiem do ustawy o dostępności cyfrowej z powodów wymienionych poniżej.',
    missing: 'Stan zgodności z załącznikiem do ustawy: nie podano (zgodna, częściowo zgodna albo niezgodna).',
  },
  contentTitle: 'Niedostępne treści',
  nonCompliance: 'Niezgodność z załącznikiem',
  excluded: 'Treści nieobjęte przepisami',
  burden: 'Nadmierne koszty',
  nothing: 'Nie wskazano.',
  preparedTitle: 'Przygotowanie deklaracji dostępności i jej aktualizacja',
  prepared: 'Deklarację sporządzono dnia:',
  reviewed: 'Deklarację ostatnio poddano przeglądowi i aktualizacji dnia:',
  aidsTitle: 'Udogodnienia, ograniczenia i inne informacje',
  aids: [
    'Wszystkie strony działają bez skryptów, obsługuje się je samą klawiaturą i można je powiększyć do 400 % bez utraty treści.',
    'Oceny podajemy kształtem, słowem i kolorem, a pod każdym wykresem leżą te same dane w tabeli albo zdaniu.',
    'Dokumenty PDF mają znaczniki dostępności i zakładki. Strona nie wysyła żadnych żądań do obcych serwerów.',
  ],
  keysTitle: 'Skróty klawiszowe',
  keys: 'Można używać standardowych skrótów klawiszowych przeglądarki. Pierwszy odsyłacz na każdej stronie przenosi prosto do treści.',
  contactTitle: 'Informacje zwrotne i dane kontaktowe',
  contact: 'Problemy z dostępnością strony oraz wnioski o jej zapewnienie przyjmuje:',
  contactEmail: 'E-mail:',
  contactPhone: 'Telefon:',
  procedureTitle: 'Obsługa wniosków i skarg związanych z dostępnością',
  procedure: [
    'Każdy ma prawo wystąpić z żądaniem zapewnienia dostępności cyfrowej strony lub jej elementu albo udostępnienia informacji w sposób alternatywny.',
    'Żądanie powinno zawierać dane osoby zgłaszającej, wskazanie strony lub elementu, którego dotyczy, oraz sposób kontaktu. Jeśli zgłaszasz potrzebę informacji w innej formie, napisz, jaka forma będzie dla Ciebie wygodna.',
    'Podmiot publiczny realizuje żądanie niezwłocznie, nie później niż w ciągu 7 dni od zgłoszenia. Jeśli to niemożliwe, informuje, kiedy je zrealizuje, przy czym termin nie może być dłuższy niż 2 miesiące. W razie odmowy lub braku działania można złożyć skargę.',
  ],
  ombudsmanBefore: 'Po wyczerpaniu tej drogi można także złożyć wniosek do',
  ombudsman: 'Rzecznika Praw Obywatelskich',
  otherTitle: 'Pozostałe informacje',
  apps: 'Aplikacje mobilne',
  appsNone: 'Ten portal nie ma aplikacji mobilnej.',
  buildingTitle: 'Dostępność architektoniczna',
  communicationTitle: 'Dostępność komunikacyjno-informacyjna',
};

export type DeclarationMessages = typeof pl;

const en: DeclarationMessages = {
  title: 'Accessibility declaration',
  missingLead:
    'The operator of this installation has not yet supplied the data of the declaration. Its full structure stands below; entries that are not known say “not stated”.',
  missing: 'not stated',
  intro: (entity) =>
    `${entity} undertakes to make its website accessible in accordance with the Polish Act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies.`,
  introMissing: 'The body responsible for this website',
  scope: 'This accessibility declaration applies to the website',
  published: 'Date of publication of the website:',
  updated: 'Date of its last major update:',
  statusTitle: 'State of digital accessibility',
  status: {
    compliant: 'The website is compliant with the annex to the Act on digital accessibility.',
    'partly-compliant':
      'The website is partly compliant with the annex to the Act on digital accessibility because of the non-compliances or exclusions listed below.',
    'not-compliant':
      'The website is not compliant with the annex to the Act on digital accessibility for the reasons listed below.',
    missing:
      'Compliance with the annex to the Act: not stated (compliant, partly compliant or not compliant).',
  },
  contentTitle: 'Inaccessible content',
  nonCompliance: 'Non-compliance with the annex',
  excluded: 'Content outside the scope of the law',
  burden: 'Disproportionate burden',
  nothing: 'None stated.',
  preparedTitle: 'Preparation of the declaration and its update',
  prepared: 'The declaration was prepared on:',
  reviewed: 'The declaration was last reviewed and updated on:',
  aidsTitle: 'Aids, limits and other information',
  aids: [
    'All pages work without scripts and by keyboard alone, and can be enlarged to 400% without loss of content.',
    'Verdicts are given by shape, word and colour, and every chart has the same data in a table or a sentence.',
    'PDF documents carry accessibility tags and bookmarks. The site sends no requests to other parties.',
  ],
  keysTitle: 'Keyboard shortcuts',
  keys: 'The standard shortcuts of the browser can be used. The first link on every page leads straight to the content.',
  contactTitle: 'Feedback and contact',
  contact: 'Problems with the accessibility of the site and requests for it are received by:',
  contactEmail: 'E-mail:',
  contactPhone: 'Telephone:',
  procedureTitle: 'Requests and complaints about accessibility',
  procedure: [
    'Everyone has the right to request that the site or a part of it be made digitally accessible, or that information be given in another way.',
    'A request should hold the data of the person making it, name the page or part it concerns, and say how to get in touch. If you need information in another form, say which form suits you.',
    'The public body answers the request without delay, within 7 days. If that is not possible it says when it will, no later than 2 months. If it refuses or does nothing, a complaint can be made.',
  ],
  ombudsmanBefore: 'After that one may also turn to',
  ombudsman: 'the Polish Commissioner for Human Rights',
  otherTitle: 'Other information',
  apps: 'Mobile applications',
  appsNone: 'This portal has no mobile application.',
  buildingTitle: 'Accessibility of the building',
  communicationTitle: 'Accessibility of communication',
};

export function declarationMessages(locale: Locale): DeclarationMessages {
  return locale === 'pl' ? pl : en;
}
