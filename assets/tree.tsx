/**
 * Makes the plan's tree draggable. The server's plain list stands until the first row is there; without a script it
 * stays, with the form that moves things beside it.
 */
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { TreeData } from '../src/office/tree-data.ts';
import { PlanTree } from './tree/plan-tree.tsx';

const place = document.querySelector<HTMLElement>('[data-tree]');
if (place) {
  // React Aria writes a style element for presses unless one of this name is there; the page's policy forbids it, and
  // the rule stands in the stylesheet.
  const mark = document.createElement('meta');
  mark.id = 'react-aria-pressable-style';
  document.head.append(mark);

  const chosen = [...place.querySelectorAll<HTMLInputElement>('input[name=id]:checked')].map(
    ({ value }) => value,
  );
  const made = document.createElement('div');
  flushSync(() =>
    createRoot(made).render(<PlanTree first={dataOf(place)} chosenBefore={chosen} takeOver={takeOver} />),
  );
  place.replaceChildren(made);
}

function dataOf(element: HTMLElement): TreeData {
  return JSON.parse(element.dataset['tree']!) as TreeData;
}

/** What stands around the tree on a newer page: counts, gaps of the whole plan, the way to take the last act back. */
function takeOver(page: Document): TreeData {
  for (const part of ['.facts', '.whole-gaps', 'form.undo']) {
    const [now, next] = [document.querySelector(`main ${part}`), page.querySelector(`main ${part}`)];
    if (now && next) now.replaceWith(next);
    else if (next) document.querySelector('main ul.places')?.after(next);
    else now?.remove();
  }
  document.querySelector('.said')?.replaceChildren();
  return dataOf(page.querySelector<HTMLElement>('[data-tree]')!);
}
