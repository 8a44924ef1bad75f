/**
 * Filters the index from A to Z where no server answers: in an export the form's query comes back to the same page.
 * Every word of the query must begin a word of the title; when nothing is left, without its ending.
 */
const index = document.querySelector<HTMLElement>('#index');
const input = document.querySelector<HTMLInputElement>('#q');
if (index && input) {
  const entries = [...index.querySelectorAll<HTMLElement>('.names li')].map((element) => ({
    element,
    words: split(element.textContent ?? ''),
  }));
  const status = index.querySelector('p');
  const all = status?.textContent ?? '';
  const show = (starts: readonly string[]): number => {
    let left = 0;
    for (const { element, words } of entries) {
      element.hidden = !starts.every((start) => words.some((word) => word.startsWith(start)));
      if (!element.hidden) left += 1;
    }
    return left;
  };
  const filter = (): void => {
    const asked = split(input.value);
    const left =
      show(asked) ||
      show(asked.map((word) => word.slice(0, Math.max(3, word.length - (word.length > 5 ? 2 : 1)))));
    for (const section of index.querySelectorAll<HTMLElement>('section'))
      section.hidden = !section.querySelector('li:not([hidden])');
    if (status)
      status.textContent =
        asked.length === 0 ? all : left === 0 ? (index.dataset['none'] ?? '') : `${left} / ${entries.length}`;
  };
  status?.setAttribute('role', 'status');
  const query = new URLSearchParams(location.search).get('q');
  if (query && !document.querySelector('#results')) {
    input.value = query;
    filter();
  }
  input.addEventListener('input', filter);
}

function split(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('ł', 'l')
      .match(/\p{L}+|[\p{N}.]+/gu) ?? []
  );
}
