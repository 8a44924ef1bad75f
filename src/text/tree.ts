/** What the plan's tree says when its rows are dragged; `{}` stands for a name. */
import type { Locale } from './locale.ts';

const pl = {
  hint: 'Wiersz można przeciągnąć w inne miejsce. Z klawiatury: strzałką w prawo do uchwytu, Enter, strzałkami do miejsca, Enter.',
  busy: 'Przenoszę…',
  moved: 'Przeniesiono: {}',
  left: 'Nic się nie zmieniło.',
  back: 'Wszystko zostało na swoim miejscu.',
  offline: 'Brak połączenia. Nic się nie zmieniło, spróbuj ponownie.',
  close: 'Zamknij',
};
export type TreeMessages = typeof pl;

const en = {
  hint: 'A row can be dragged to another place. With the keyboard: arrow right to the handle, Enter, arrows to the place, Enter.',
  busy: 'Moving…',
  moved: 'Moved: {}',
  left: 'Nothing has changed.',
  back: 'Everything stays where it was.',
  offline: 'No connection. Nothing has changed, try again.',
  close: 'Close',
} satisfies TreeMessages;

export function treeMessages(locale: Locale): TreeMessages {
  return locale === 'pl' ? pl : en;
}
