/** Words for the problems and refusals of the office; those of the plan itself stand in `problems.ts`. */
import type { Locale } from './locale.ts';
import { officeMessages } from './office.ts';
import { hasProblemText, problemText, type ProblemLike } from './problems.ts';

type Values = Readonly<Record<string, string | number>>;
type Words = Readonly<Record<string, (values: Values) => string>>;

const pl = {
  required: () => 'To pole jest wymagane.',
  'too-long': (v) => `Najwyżej ${v['most']} znaków; jest ${v['given']}.`,
  'not-an-email': () => 'To nie jest adres e-mail. Przykład: jan@miasto.example.',
  'not-a-date': () => 'To nie jest data. Przykład: 2027-06-30.',
  'not-a-slug': () => 'Tylko małe litery bez ogonków, cyfry i łączniki, na przykład strategia-2032.',
  'not-a-choice': () => 'Wybierz jedną z podanych możliwości.',
  'sign-in-wrong': () => 'E-mail lub hasło się nie zgadza.',
  'sign-in-slow': (v) => `Zbyt wiele prób. Spróbuj ponownie za ${wait(v, 'min', 's')}.`,
  'link-over': () => 'Ten link już nie działa: został użyty albo minął jego czas. Poproś o nowy.',
  'password-short': (v) => `Hasło musi mieć co najmniej ${v['least']} znaków.`,
  'password-common': () => 'To hasło jest powszechnie znane. Wybierz inne, na przykład kilka słów.',
  'no-source': () => 'Wklej tekst albo wybierz plik.',
  'paste-too-long': () =>
    'Tekst jest dłuższy niż 200 000 znaków. Zapisz go jako plik i wgraj plik, żeby nic nie przepadło.',
  'file-too-large': (v) => `Plik jest większy niż ${v['most']} MB.`,
  'file-not-text': (v) =>
    `„${v['name']}” nie jest tekstem, stroną HTML ani Markdownem. Otwórz dokument i wklej jego tekst.`,
  'not-an-address': () => 'To nie jest adres strony. Przykład: https://miasto.example/strategia.',
  'too-many-levels': (v) => `Plan ma najwyżej 5 poziomów; podano ${v['given']}.`,
  'not-a-year': () => 'To nie jest rok. Przykład: 2032.',
  'years-reversed': () => 'Ostatni rok jest wcześniejszy niż pierwszy.',
  'draft-changed': () =>
    'Ta propozycja została zmieniona w innym oknie. Poniżej jest jej obecny stan; powtórz zmianę.',
  'moment-past': () => 'Ta pora już minęła. Wybierz późniejszą albo opublikuj teraz.',
  'not-a-moment': () => 'Podaj dzień i godzinę, na przykład 2027-06-30 09:00.',
  'comment-empty': () => 'Napisz coś, zanim wyślesz.',
  'file-missing': () => 'Wybierz plik.',
  'attachment-too-large': (v) => `Plik ma ponad ${v['most']} MB. Zmniejsz go albo wstaw odnośnik.`,
  'attachment-type': (v) => `Plików „${v['type']}” nie przyjmujemy. Przyjmujemy: ${v['allowed']}.`,
  'attachment-type-mismatch': (v) => `Zawartość pliku nie zgadza się z końcówką „${v['type']}”.`,
  'end-before-start': () => 'Koniec wypada przed początkiem.',
  'reason-required': () => 'Podaj powód: przeczytają go mieszkańcy.',
  'merged-into-required': () => 'Wskaż zadanie, które przejmuje to zadanie.',
  'not-a-percent': () => 'To nie jest liczba od 0 do 100. Przykład: 46,5.',
  'not-a-period': () => 'To nie jest okres. Przykład: 2026-Q3, 2026-09, 2026-H1 albo 2026.',
  'not-a-weight': (v) => `Waga jest liczbą całkowitą od 1 do ${v['most']}.`,
  'link-unknown': (v) => `Nie ma jednej pozycji o numerze ${v['code']}.`,
  'basis-missing': () => 'Plan obowiązuje: wybierz, czy to korekta, czy zmiana na podstawie decyzji.',
  'choose-side': (v) => `${v['name']}: wybierz, która wersja ma zostać.`,
  'title-required': () => 'Wpisz tytuł przynajmniej w jednym języku.',
  'choose-target': () => 'Wybierz miejsce lub pozycję z listy.',
  'choose-items': () => 'Zaznacz przynajmniej jedną pozycję.',
  'nothing-to-change': () => 'Wybierz, co zmienić.',
  'slug-fixed': () => 'Adres planu nie zmienia się po pierwszej publikacji.',
  'slug-taken': () => 'Ten adres ma już inny plan miasta.',
  'level-used': () => 'Na najniższym poziomie stoją cele, więc nie można go usunąć.',
  'plan-changed-since': () =>
    'Ktoś zmienił te ustawienia, gdy je edytowano. Poniżej są Twoje wartości: sprawdź je i zapisz jeszcze raz.',
  'not-a-whole-number': (v) => `To nie jest liczba całkowita od 0 do ${v['most']}.`,
  'evidence-required': () => 'Podaj, gdzie to jest albo dlaczego nie dotyczy.',
  'name-missing': () => 'Podaj imię i nazwisko.',
  'email-missing': () => 'Podaj adres e-mail.',
  'password-missing': () => 'Podaj hasło.',
  'old-password-missing': () => 'Podaj obecne hasło.',
  'city-name-missing': () => 'Podaj nazwę miasta.',
  'password-long': (v) => `Hasło może mieć najwyżej ${v['most']} znaków.`,
  'password-wrong': () => 'To nie jest Twoje obecne hasło.',
  'email-same': () => 'To jest Twój obecny adres.',
  'city-missing': () => 'Wybierz miasto albo dodaj nowe.',
  'city-slug-taken': (v) => `Człon adresu „${v['slug']}” jest zajęty. Wybierz inny.`,
  'not-a-zone': () => 'To nie jest strefa czasowa. Przykład: Europe/Warsaw.',
  'role-of-city': () => 'Ta rola działa w całym mieście: zostaw to pole puste.',
  'items-unknown': (v) => `Nie ma w planach miasta: ${v['codes'] ?? 'takiej pozycji'}.`,
  'items-several': (v) =>
    `${v['codes']}: tę pozycję ma kilka planów. Podaj człon adresu planu i kod, na przykład strategia-2032/1.2.`,
  'unit-or-items': () => 'Podaj wydział albo wybrane pozycje, nie jedno i drugie.',
  'until-before-from': () => 'Ostatni dzień wypada przed pierwszym.',
  'day-over': () => 'Ten dzień już minął.',
  'deputy-too-long': (v) => `Zastępstwo trwa najwyżej ${v['most']} dni. Na dłużej nadaj własną rolę.`,
  'deputy-of-oneself': () =>
    'Nikt nie zastępuje samego siebie. Wybierz kogoś innego albo zakończ zastępstwo.',
  'cannot-publish': () => 'Ta osoba nie może publikować. Wybierz kogoś, kto może.',
  'hand-over-undecided': () => 'Wskaż, kto to przejmie, albo porzuć.',
  'account-deactivated': () => 'Konto z tym adresem jest wyłączone. Włącz je na stronie tej osoby.',
  'already-invited': () => 'Ten adres ma już zaproszenie. Można wysłać nowy link z listy zaproszeń.',
  'has-role': () => 'Ta osoba ma już tę rolę.',
  'not-a-phone': () => 'To nie jest numer telefonu. Przykład: +48 12 345 67 89.',
  'unit-ring': () => 'Wydział nie może podlegać sobie ani wydziałowi pod nim.',
  'sheet-empty': () => 'Arkusz jest pusty: nie ma w nim wiersza nagłówka.',
  'sheet-too-long': () => 'Arkusz ma więcej niż 20 000 wierszy. Podziel go na części.',
  'sheet-too-wide': () => 'Arkusz ma więcej niż 200 kolumn. Zostaw te, które dotyczą planu.',
  'cell-too-long': () => 'Jedna z komórek ma ponad 50 000 znaków. Takiego pliku program nie czyta.',
  'quote-open': () => 'W pliku brakuje zamykającego cudzysłowu, więc nie wiadomo, gdzie kończy się komórka.',
  'zip-damaged': () => 'Plik jest uszkodzony albo ucięty. Zapisz go jeszcze raz jako .xlsx albo .csv.',
  'zip-encrypted': () =>
    'Plik jest zabezpieczony hasłem albo zapisany w starym formacie .xls. Zapisz go jako .xlsx bez hasła.',
  'zip-too-large': () => 'Plik po rozpakowaniu jest za duży i nie został przeczytany.',
  'not-a-workbook': () => 'To nie jest arkusz .xlsx, mimo takiej nazwy. Zapisz go jako .xlsx albo .csv.',
  'too-slow': () => 'Czytanie pliku trwało zbyt długo i zostało przerwane.',
  busy: () => 'Program czyta właśnie inne arkusze. Spróbuj ponownie za chwilę.',
  'file-not-csv': (v) => `„${v['name']}” nie jest ani arkuszem .xlsx, ani tekstem .csv.`,
  'factor-code-wrong': () => 'Ten kod się nie zgadza albo był już użyty. Poczekaj na następny.',
  'group-there': () => 'Ta grupa daje już tę rolę.',
} satisfies Words;

const en = {
  required: () => 'This field is required.',
  'too-long': (v) => `At most ${v['most']} characters; there are ${v['given']}.`,
  'not-an-email': () => 'This is not an e-mail address. Example: jan@city.example.',
  'not-a-date': () => 'This is not a date. Example: 2027-06-30.',
  'not-a-slug': () => 'Only small letters without accents, digits and hyphens, for example strategy-2032.',
  'not-a-choice': () => 'Choose one of those given.',
  'sign-in-wrong': () => 'The e-mail or the password is not right.',
  'sign-in-slow': (v) => `Too many attempts. Try again in ${wait(v, 'min', 's')}.`,
  'link-over': () => 'This link works no more: it was used or its time is over. Ask for a new one.',
  'password-short': (v) => `The password needs at least ${v['least']} characters.`,
  'password-common': () => 'This password is widely known. Choose another, a few words for example.',
  'no-source': () => 'Paste text or choose a file.',
  'paste-too-long': () =>
    'The text is longer than 200,000 characters. Save it as a file and upload the file, so that nothing is lost.',
  'file-too-large': (v) => `The file is larger than ${v['most']} MB.`,
  'file-not-text': (v) =>
    `“${v['name']}” is no text, HTML page or Markdown. Open the document and paste its text.`,
  'not-an-address': () => 'This is not a web address. Example: https://city.example/strategy.',
  'too-many-levels': (v) => `A plan has at most 5 levels; ${v['given']} were given.`,
  'not-a-year': () => 'This is not a year. Example: 2032.',
  'years-reversed': () => 'The last year is before the first.',
  'draft-changed': () =>
    'This proposal was changed in another window. Below is its present state; repeat the change.',
  'moment-past': () => 'That time is over. Choose a later one or publish now.',
  'not-a-moment': () => 'Give a day and a time, for example 2027-06-30 09:00.',
  'comment-empty': () => 'Write something before you send it.',
  'file-missing': () => 'Choose a file.',
  'attachment-too-large': (v) => `The file is over ${v['most']} MB. Make it smaller or put in a link.`,
  'attachment-type': (v) => `We do not take “${v['type']}” files. We take: ${v['allowed']}.`,
  'attachment-type-mismatch': (v) => `What is in the file does not match its ending “${v['type']}”.`,
  'end-before-start': () => 'The end is before the start.',
  'reason-required': () => 'Give the reason: residents will read it.',
  'merged-into-required': () => 'Name the task that takes this one over.',
  'not-a-percent': () => 'This is not a number from 0 to 100. Example: 46.5.',
  'not-a-period': () => 'This is not a period. Example: 2026-Q3, 2026-09, 2026-H1 or 2026.',
  'not-a-weight': (v) => `A weight is a whole number from 1 to ${v['most']}.`,
  'link-unknown': (v) => `There is no single item with the number ${v['code']}.`,
  'basis-missing': () =>
    'The plan is in force: choose whether this is a correction or a change that rests on a decision.',
  'choose-side': (v) => `${v['name']}: choose which version shall stay.`,
  'title-required': () => 'Type a title in at least one language.',
  'choose-target': () => 'Choose a place or an item from the list.',
  'choose-items': () => 'Choose at least one item.',
  'nothing-to-change': () => 'Choose what to change.',
  'slug-fixed': () => 'A plan’s address does not change after the first publication.',
  'slug-taken': () => 'Another plan of the city has this address.',
  'level-used': () => 'There are goals on the deepest level, so it cannot be removed.',
  'plan-changed-since': () =>
    'Somebody changed these settings while you did. Your values are below: look at them and save again.',
  'not-a-whole-number': (v) => `This is not a whole number from 0 to ${v['most']}.`,
  'evidence-required': () => 'Say where it is, or why it does not apply.',
  'name-missing': () => 'Give your name.',
  'email-missing': () => 'Give the e-mail address.',
  'password-missing': () => 'Give a password.',
  'old-password-missing': () => 'Give your present password.',
  'city-name-missing': () => 'Give the name of the city.',
  'password-long': (v) => `The password may have at most ${v['most']} characters.`,
  'password-wrong': () => 'This is not your present password.',
  'email-same': () => 'This is your present address.',
  'city-missing': () => 'Choose a city or add a new one.',
  'city-slug-taken': (v) => `The part of the address “${v['slug']}” is taken. Choose another.`,
  'not-a-zone': () => 'This is not a time zone. Example: Europe/Warsaw.',
  'role-of-city': () => 'This role holds in the whole city: leave this field empty.',
  'items-unknown': (v) => `Not in the city’s plans: ${v['codes'] ?? 'such an item'}.`,
  'items-several': (v) =>
    `${v['codes']}: several plans have it. Give the plan’s address and the code, for example strategy-2032/1.2.`,
  'unit-or-items': () => 'Give a unit or some items, not both.',
  'until-before-from': () => 'The last day is before the first.',
  'day-over': () => 'This day is over.',
  'deputy-too-long': (v) =>
    `Standing in takes at most ${v['most']} days. For longer, give a role of one’s own.`,
  'deputy-of-oneself': () => 'Nobody stands in for themselves. Choose somebody else, or end it.',
  'cannot-publish': () => 'This person may not publish. Choose somebody who may.',
  'hand-over-undecided': () => 'Say who takes it over, or drop it.',
  'account-deactivated': () => 'The account with this address is deactivated. Open it on the person’s page.',
  'already-invited': () =>
    'This address has an invitation. A new link can be sent from the list of invitations.',
  'has-role': () => 'This person has this role already.',
  'not-a-phone': () => 'This is not a telephone number. Example: +48 12 345 67 89.',
  'unit-ring': () => 'A unit cannot belong to itself or to a unit under it.',
  'sheet-empty': () => 'The sheet is empty: it has no header row.',
  'sheet-too-long': () => 'The sheet has more than 20,000 rows. Divide it into parts.',
  'sheet-too-wide': () => 'The sheet has more than 200 columns. Keep those that concern the plan.',
  'cell-too-long': () => 'One of the cells has more than 50,000 characters. Such a file is not read.',
  'quote-open': () => 'A closing quotation mark is missing, so it is not known where a cell ends.',
  'zip-damaged': () => 'The file is damaged or cut off. Save it again as .xlsx or .csv.',
  'zip-encrypted': () =>
    'The file has a password or is in the old .xls format. Save it as .xlsx without a password.',
  'zip-too-large': () => 'Unpacked, the file is too large; it was not read.',
  'not-a-workbook': () => 'This is no .xlsx workbook, whatever its name says. Save it as .xlsx or .csv.',
  'too-slow': () => 'Reading the file took too long and was stopped.',
  busy: () => 'Other sheets are being read just now. Try again in a moment.',
  'file-not-csv': (v) => `“${v['name']}” is neither an .xlsx workbook nor .csv text.`,
  'factor-code-wrong': () => 'This code is not right, or was used before. Wait for the next one.',
  'group-there': () => 'This group gives this role already.',
} satisfies Record<keyof typeof pl, (values: Values) => string>;

const REFUSALS: Readonly<Record<Locale, Words>> = {
  pl: {
    'no-person': () => 'Nie ma takiej osoby.',
    'link-over': () => 'Ten link już nie działa: został użyty albo minął jego czas.',
    'sign-in-first': () => 'Ten adres ma już konto. Zaloguj się i otwórz zaproszenie ponownie.',
    'invitation-of-another': () => 'To zaproszenie jest dla kogoś innego.',
    'draft-changed': () => 'Ta propozycja została zmieniona w innym oknie. Odśwież stronę i powtórz zmianę.',
    'draft-gone': () => 'Tej propozycji już nie ma: została zapisana albo porzucona.',
    'nothing-changed': (v) => `Od wydania ${v['number']} nic się nie zmieniło, więc nie ma czego publikować.`,
    'clock-behind': () =>
      'Zegar serwera spieszył się albo się spóźnia: ostatnie wydanie ma późniejszą datę niż teraz. Poproś administratora o sprawdzenie zegara.',
    'order-open': () => 'Publikacja tego planu jest już zlecona. Najpierw ją odwołaj albo poczekaj.',
    'order-over': () => 'Tego zlecenia już nie ma: wykonano je albo odwołano.',
    'order-own': () => 'Tę publikację zlecasz ty, więc potwierdza ją ktoś inny.',
    'order-confirmed': () => 'Ta publikacja jest już potwierdzona.',
    'orderer-gone': () => 'Osoba, która zleciła publikację, nie może już publikować.',
    'plan-gone': () => 'Nie ma takiego planu.',
    'level-in-use': () => 'Na tym poziomie stoją cele.',
    'plan-unknown': () => 'Nie ma takiego planu.',
    'plan-not-sound': () => 'W planie są błędy, które wstrzymują publikację. Lista stoi wyżej.',
    'edition-not-newest': () =>
      'W międzyczasie ukazało się nowsze wydanie. Obejrzyj je i zdecyduj jeszcze raz.',
    'comment-other': () => 'Wycofać komentarz może tylko ten, kto go napisał.',
    'attachment-other': () => 'Wycofać załącznik może ten, kto go dodał, albo strateg.',
    'thing-gone': () => 'Tej pozycji już nie ma.',
    'item-gone': () => 'Tej pozycji już nie ma w planie. Może leży w koszu.',
    'move-missing': () => 'Tej pozycji albo miejsca już nie ma w planie.',
    'move-into-itself': () => 'Pozycji nie można przenieść pod nią samą.',
    'move-too-deep': (v) => `Plan ma ${v['levels']} poz. celów: tu pozycja się nie zmieści.`,
    'task-needs-home': () => 'Zadanie musi stać pod celem.',
    'promote-top': () => 'Ta pozycja stoi już na najwyższym poziomie.',
    'demote-first': () => 'Nad tą pozycją nie ma innej, pod którą mogłaby stanąć.',
    'order-end': () => 'Ta pozycja stoi już na skraju.',
    'merge-same': () => 'Wybierz inną pozycję niż ta sama.',
    'merge-other-level': () => 'Połączyć można cele tego samego poziomu.',
    'merge-other-kind': () => 'Cel łączy się z celem, zadanie z zadaniem.',
    'merge-merged': () => 'Tamto zadanie jest już połączone z innym.',
    'already-stopped': () => 'Zadania już zaniechano.',
    'remove-merged-into': (v) => `Do tej pozycji dołączono zadanie ${v['task']}. Najpierw zmień tamto.`,
    'restore-home-gone': () => 'Cel, pod którym to stało, sam leży w koszu. Przywróć najpierw jego.',
    'undo-nothing': () => 'Nie ma czego cofnąć.',
    'undo-overtaken': () => 'W międzyczasie zrobiono coś innego. Odśwież stronę planu.',
    'undo-changed-since': () => 'Nie można cofnąć: ktoś zmienił to później.',
    'undo-published': () => 'Nie można cofnąć: ta zmiana jest już opublikowana.',
    'person-deactivated': () => 'Konto tej osoby jest wyłączone.',
    'person-active': () => 'Konto tej osoby jest czynne.',
    'not-oneself': () => 'Nie można wyłączyć własnego konta. Poproś innego administratora.',
    'last-administrator': () =>
      'To ostatni administrator miasta na stałe. Najpierw nadaj tę rolę komuś innemu, bez daty końca.',
    'no-appointment': () => 'Tej roli już nie ma.',
    'no-invitation': () => 'To zaproszenie zostało już użyte albo cofnięte.',
    'nothing-to-deputise': () =>
      'Ta osoba nie ma w tych dniach żadnej własnej roli, więc nie ma kogo zastępować.',
    'no-job': () => 'To zadanie jest już wykonane.',
    'no-unit': () => 'Tego wydziału już nie ma.',
    'unit-in-use': (v) =>
      `Coś się do niego odnosi: ${counted(v, { units: 'wydziały pod nim', goals: 'cele', tasks: 'zadania', people: 'ludzie z rolą', invitations: 'zaproszenia' })}.`,
    'not-installation': () => 'Tę stronę widzą tylko osoby, które zarządzają całą instalacją.',
    'sheet-overtaken': () =>
      'Plan zmienił się od czasu podglądu. Wróć do importu: podgląd pokaże obecny stan.',
    'sheet-not-whole': () =>
      'Wybrano „wszystko albo nic”, a niektóre wiersze nie mogą wejść. Popraw je albo zmień wybór.',
    'sheet-no-changes': () => 'Arkusz niczego nie zmienia.',
    'receipt-undone': () => 'Ten import już cofnięto.',
    'receipt-not-undoable': () => 'Ten import utworzył plan; planu nie usuwa się przez cofnięcie.',
    'second-factor-there': () => 'Aplikacja jest już ustawiona.',
    'second-factor-gone': () => 'Tego składnika już nie ma.',
    'second-step-over': () => 'Na drugi krok jest dziesięć minut. Zaloguj się jeszcze raz.',
    'passkey-wrong': () => 'Klucz dostępu nie pasuje albo pytanie trwało zbyt długo. Spróbuj ponownie.',
    'sign-on-silent': () => 'Dostawca logowania nie odpowiada. Zaloguj się inaczej albo spróbuj za chwilę.',
    'sign-on-failed': () =>
      'Dostawca nie potwierdził logowania albo trwało ono zbyt długo. Zacznij jeszcze raz od logowania.',
    'sign-on-no-group': () =>
      'Żadna z Twoich grup nie daje roli w tym biurze. Poproś administratora o dodanie do grupy.',
    'sign-on-no-email': () => 'Dostawca logowania nie podał adresu e-mail, a konto musi go mieć.',
    'sign-on-email-taken': () =>
      'Ten adres e-mail ma już konto, którego nie można połączyć z tym logowaniem. Zaloguj się hasłem.',
  },
  en: {
    'no-person': () => 'There is no such person.',
    'link-over': () => 'This link works no more: it was used or its time is over.',
    'sign-in-first': () => 'This address has an account already. Sign in and open the invitation again.',
    'invitation-of-another': () => 'This invitation is for somebody else.',
    'draft-changed': () =>
      'This proposal was changed in another window. Reload the page and repeat the change.',
    'draft-gone': () => 'This proposal is no longer there: it was saved or discarded.',
    'nothing-changed': (v) =>
      `Nothing has changed since edition ${v['number']}, so there is nothing to publish.`,
    'clock-behind': () =>
      'The server’s clock is or was wrong: the last edition is dated later than now. Ask your administrator to check the clock.',
    'order-open': () => 'A publication of this plan is ordered already. Cancel it first, or wait.',
    'order-over': () => 'This order is no longer there: it was carried out or cancelled.',
    'order-own': () => 'You ordered this publication, so somebody else confirms it.',
    'order-confirmed': () => 'This publication is confirmed already.',
    'orderer-gone': () => 'Whoever ordered the publication may not publish any more.',
    'plan-gone': () => 'There is no such plan.',
    'level-in-use': () => 'There are goals on this level.',
    'plan-unknown': () => 'There is no such plan.',
    'plan-not-sound': () => 'The plan has faults that stop its publication. They are listed above.',
    'edition-not-newest': () => 'A newer edition has appeared meanwhile. Look at it and decide again.',
    'comment-other': () => 'Only who wrote a comment can withdraw it.',
    'attachment-other': () => 'Who attached the file can withdraw it, or a strategist.',
    'thing-gone': () => 'This item is no longer there.',
    'item-gone': () => 'This item is no longer in the plan. It may be in the recycle bin.',
    'move-missing': () => 'This item or place is no longer in the plan.',
    'move-into-itself': () => 'An item cannot be moved under itself.',
    'move-too-deep': (v) => `The plan has ${v['levels']} levels of goals: the item does not fit here.`,
    'task-needs-home': () => 'A task must stand under a goal.',
    'promote-top': () => 'This item stands on the topmost level.',
    'demote-first': () => 'There is no item before this one that it could stand under.',
    'order-end': () => 'This item stands at the end already.',
    'merge-same': () => 'Choose another item than this one.',
    'merge-other-level': () => 'Goals of the same level can be merged.',
    'merge-other-kind': () => 'A goal merges with a goal, a task with a task.',
    'merge-merged': () => 'That task is itself merged into another.',
    'already-stopped': () => 'The task is stopped already.',
    'remove-merged-into': (v) => `The task ${v['task']} was merged into this. Change that one first.`,
    'restore-home-gone': () => 'The goal it stood under is in the recycle bin itself. Restore that first.',
    'undo-nothing': () => 'There is nothing to undo.',
    'undo-overtaken': () => 'Something else was done meanwhile. Reload the plan’s page.',
    'undo-changed-since': () => 'It cannot be undone: somebody changed it since.',
    'undo-published': () => 'It cannot be undone: the change is published.',
    'person-deactivated': () => 'This person’s account is deactivated.',
    'person-active': () => 'This person’s account is open.',
    'not-oneself': () => 'You cannot deactivate yourself. Ask another administrator.',
    'last-administrator': () =>
      'This is the city’s last lasting administrator. First give the role to somebody else, without an end.',
    'no-appointment': () => 'This role is no longer there.',
    'no-invitation': () => 'This invitation was used or taken back.',
    'nothing-to-deputise': () =>
      'This person has no role of their own on these days, so there is nobody to stand in for.',
    'no-job': () => 'This job is done already.',
    'no-unit': () => 'This unit is no longer there.',
    'unit-in-use': (v) =>
      `Something refers to it: ${counted(v, { units: 'units under it', goals: 'goals', tasks: 'tasks', people: 'people with a role', invitations: 'invitations' })}.`,
    'not-installation': () => 'Only those who run the whole installation see this page.',
    'sheet-overtaken': () =>
      'The plan has changed since the preview. Go back to the import: it shows the present state.',
    'sheet-not-whole': () =>
      'You chose “all or nothing”, and some rows cannot go in. Mend them or change the choice.',
    'sheet-no-changes': () => 'The sheet changes nothing.',
    'receipt-undone': () => 'This import was already undone.',
    'receipt-not-undoable': () => 'This import made the plan; a plan is not removed by undoing.',
    'second-factor-there': () => 'The app is set up already.',
    'second-factor-gone': () => 'This factor is no longer there.',
    'second-step-over': () => 'The second step has ten minutes. Sign in once more.',
    'passkey-wrong': () => 'The passkey does not fit, or the question took too long. Try again.',
    'sign-on-silent': () => 'The sign-on’s provider does not answer. Sign in another way or try in a moment.',
    'sign-on-failed': () =>
      'The provider did not confirm the sign-on, or it took too long. Begin again from the sign-in.',
    'sign-on-no-group': () =>
      'None of your groups gives a role in this office. Ask your administrator to put you into one.',
    'sign-on-no-email': () => 'The sign-on’s provider gave no e-mail address, and an account needs one.',
    'sign-on-email-taken': () =>
      'This e-mail address has an account that cannot be tied to this sign-on. Sign in with the password.',
  },
};

/** `goals 3, tasks 2`: what there is none of is left out. */
function counted(values: Values, names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .filter(([key]) => Number(values[key]) > 0)
    .map(([key, name]) => `${name} ${values[key]}`)
    .join(', ');
}

function wait(values: Values, minutes: string, seconds: string): string {
  const n = Number(values['seconds']);
  return n >= 60 ? `${Math.ceil(n / 60)} ${minutes}` : `${n} ${seconds}`;
}

/** A problem of a form or of the plan in words. A code without words throws: it is a fault of ours. */
export function officeProblemText(problem: ProblemLike, locale: Locale): string {
  if (hasProblemText(problem.code)) return problemText(problem, locale);
  const words = (locale === 'pl' ? pl : en) as Words;
  const message = words[problem.code];
  if (!message) throw new Error(`no words for the problem ${problem.code}`);
  return message(problem.values);
}

/** A refusal in words, for a page of status 403 and beside a control that is off. */
export function refusalText(
  refusal: { readonly refused: string; readonly values: Values },
  locale: Locale,
): string {
  const t = officeMessages(locale);
  const right = (t.refusals as Readonly<Record<string, (deed: string) => string>>)[refusal.refused];
  if (right)
    return right((t.deeds as Readonly<Record<string, string>>)[String(refusal.values['deed'])] ?? '');
  const message = REFUSALS[locale][refusal.refused];
  if (!message) throw new Error(`no words for the refusal ${refusal.refused}`);
  return message(refusal.values);
}
