/** What each column of the CSV holds, for the data page, CSVW metadata and docs/contracts/csv.md. */
import type { Locale } from './locale.ts';

const pl = {
  kind: 'Czym jest wiersz: node (cel) albo task (zadanie).',
  id: 'Stały identyfikator (UUID). Nie zmienia się, gdy zmienia się kod, tytuł albo miejsce w planie.',
  code: 'Kod tak, jak go zapisano w planie, bez kropki na końcu; puste, gdy plan kodu nie podaje.',
  parent_id: 'Identyfikator celu, pod którym wiersz stoi; puste na najwyższym poziomie.',
  parent_code: 'Kod celu, pod którym wiersz stoi.',
  level: 'Poziom celu liczony od 1 (od góry); puste przy zadaniach.',
  level_name: 'Nazwa poziomu w liczbie pojedynczej.',
  title: 'Tytuł; puste, gdy źródło go nie podaje.',
  description: 'Opis (prosty Markdown).',
  expected_result: 'Oczekiwany rezultat.',
  groups: 'Obszary lub inne grupy, do których należy cel, rozdzielone znakiem |.',
  units: 'Jednostki odpowiedzialne, rozdzielone znakiem |; pierwsza odpowiada, pozostałe pomagają.',
  partners: 'Partnerzy, rozdzieleni znakiem |.',
  start_on: 'Dzień rozpoczęcia.',
  end_on: 'Dzień zakończenia według planu.',
  state: 'Stan zadania: not-started, in-preparation, in-progress, done, suspended, stopped albo merged.',
  state_reason: 'Dlaczego zadanie zaniechano, wstrzymano albo połączono z innym.',
  merged_into_id: 'Identyfikator zadania, z którym to zadanie połączono.',
  progress_percent: 'Postęp zadania w procentach, tak jak podano w ostatnim sprawozdaniu.',
  reported_on: 'Dzień ostatniego sprawozdania.',
  reported_for: 'Okres, którego sprawozdanie dotyczy: 2026-Q3, 2026-09, 2026-H1 albo 2026.',
  report_text: 'Co zrobiono, słowami sprawozdającego.',
  next_step: 'Co dalej, słowami sprawozdającego.',
  weight: 'Waga zadania: liczba całkowita dodatnia, 1 gdy plan nie stosuje wag.',
  verdict:
    'Ocena wykonania w dniu wydania: done, done-late, on-time, behind, late, suspended, no-report, undated, stopped, merged albo no-tasks.',
  counted: 'Czy zadanie wchodzi do rachunku: true albo false. Zaniechane i połączone nie wchodzą.',
  reported: 'Czy w dniu wydania zadanie ma aktualne sprawozdanie: true albo false.',
  used_percent: 'Postęp zadania użyty w sumach; puste, gdy zadanie milczy albo nie wchodzi do rachunku.',
  expected_percent:
    'Postęp oczekiwany w dniu wydania: dla zadania udział dni, które minęły; dla celu średnia dla zadań sprawozdanych i mających obie daty.',
  stale_from: 'Pierwszy dzień, w którym sprawozdanie przestaje się liczyć.',
  counted_tasks: 'Liczba zadań, które pod celem wchodzą do rachunku.',
  reported_tasks: 'Ile z nich ma aktualne sprawozdanie.',
  stopped_tasks: 'Liczba zadań zaniechanych pod celem.',
  weight_total: 'W: suma wag zadań, które wchodzą do rachunku.',
  weight_reported: 'R: suma wag zadań z aktualnym sprawozdaniem.',
  weighted_progress: 'S: suma iloczynów wagi i postępu zadań z aktualnym sprawozdaniem.',
  mean_percent: 'Średni postęp sprawozdanych zadań: S / R; puste, gdy nikt nie sprawozdał.',
  coverage_percent: 'Jaka część wagi ma sprawozdanie: R / W.',
  band_low_percent: 'Dolny kraniec przedziału: średnia, gdyby wszystkie milczące zadania miały 0.',
  band_high_percent: 'Górny kraniec przedziału: średnia, gdyby wszystkie milczące zadania miały 100.',
  promised_percent:
    'Średnia ze wszystkiego, co obiecano: zadania zaniechane zostają w rachunku z zerem; puste, gdy niczego nie zaniechano.',
  scheduled_percent:
    'Średni postęp tych zadań celu, które mają sprawozdanie i obie daty; porównywany z expected_percent.',
  edition: 'Numer wydania.',
  as_of: 'Dzień, na który wszystko w wierszu oceniono.',
  edition_hash: 'SHA-256 wydania: po tym poznać, że dane są tymi, które opublikowano.',
  permalink: 'Stały adres strony tego celu lub zadania w tym wydaniu.',
};

export type ColumnName = keyof typeof pl;
export type ColumnMessages = Readonly<Record<ColumnName, string>>;

const en: ColumnMessages = {
  kind: 'What the row is: node (a goal) or task.',
  id: 'Persistent identifier (UUID). It stays when the code, the title or the place in the plan changes.',
  code: 'The code as printed in the plan, without a final full stop; empty when the plan gives none.',
  parent_id: 'Identifier of the goal above the row; empty on the top level.',
  parent_code: 'Code of the goal above the row.',
  level: 'Level of the goal, counted from 1 (the top); empty for tasks.',
  level_name: 'Name of the level, singular.',
  title: 'Title; empty when the source gives none.',
  description: 'Description (simple Markdown).',
  expected_result: 'Expected result.',
  groups: 'Areas or other groups the goal belongs to, separated by |.',
  units: 'Responsible units, separated by |; the first answers, the others help.',
  partners: 'Partners, separated by |.',
  start_on: 'Start date.',
  end_on: 'End date by the plan.',
  state: 'State of the task: not-started, in-preparation, in-progress, done, suspended, stopped or merged.',
  state_reason: 'Why the task was stopped, suspended or merged.',
  merged_into_id: 'Identifier of the task into which this one was merged.',
  progress_percent: 'Progress of the task in percent as given in its last report.',
  reported_on: 'Date of the last report.',
  reported_for: 'The period the report is about: 2026-Q3, 2026-09, 2026-H1 or 2026.',
  report_text: 'What was done, in the reporter’s words.',
  next_step: 'What comes next, in the reporter’s words.',
  weight: 'Weight of the task: a positive whole number, 1 when the plan has no weights.',
  verdict:
    'Delivery as judged on the edition’s day: done, done-late, on-time, behind, late, suspended, no-report, undated, stopped, merged or no-tasks.',
  counted: 'Whether the task enters the figures: true or false. Stopped and merged ones do not.',
  reported: 'Whether the task has a valid report on the edition’s day: true or false.',
  used_percent: 'Progress of the task used in the sums; empty when the task is silent or not counted.',
  expected_percent:
    'Progress expected on the edition’s day: for a task the share of days elapsed; for a goal the mean over its reported tasks that have both dates.',
  stale_from: 'First day on which the report no longer counts.',
  counted_tasks: 'Number of tasks under the goal that enter the figures.',
  reported_tasks: 'How many of them have a valid report.',
  stopped_tasks: 'Number of stopped tasks under the goal.',
  weight_total: 'W: sum of weights of the counted tasks.',
  weight_reported: 'R: sum of weights of the tasks with a valid report.',
  weighted_progress: 'S: sum of weight times progress of the tasks with a valid report.',
  mean_percent: 'Mean progress of the reported tasks: S / R; empty when nobody reported.',
  coverage_percent: 'Share of the weight that reported: R / W.',
  band_low_percent: 'Lower end of the range: the mean if all silent tasks were at 0.',
  band_high_percent: 'Upper end of the range: the mean if all silent tasks were at 100.',
  promised_percent: 'Mean of everything promised: stopped tasks stay in at 0; empty when nothing is stopped.',
  scheduled_percent:
    'Mean progress of those tasks of the goal that have a report and both dates; compared with expected_percent.',
  edition: 'Number of the edition.',
  as_of: 'The day as of which everything in the row was judged.',
  edition_hash: 'SHA-256 of the edition: it shows that the data are the ones that were published.',
  permalink: 'Permanent address of this goal or task in this edition.',
};

/** Descriptions of the CSV columns by their name without a language. */
export function columnMessages(locale: Locale): ColumnMessages {
  return locale === 'pl' ? pl : en;
}
