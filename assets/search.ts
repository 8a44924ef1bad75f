/**
 * Filters the index from A to Z where no server answers: in an export the form's query comes back to the same page.
 * Every word of the query must begin a word of the title; a longer word may lose two letters of its ending.
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
  const filter = (): void => {
    const asked = split(input.value);
    let left = 0;
    for (const { element, words } of entries) {
      element.hidden = !asked.every((one) => words.some((word) => word.startsWith(one.length > 5 ? one.slice(0, -2) : one)));
      if (!element.hidden) left += 1;
    }
    for (const section of index.querySelectorAll<HTMLElement>('section'))
      section.hidden = !section.querySelector('li:not([hidden])');
    if (status) status.textContent = asked.length === 0 ? all : left === 0 ? (index.dataset['none'] ?? '') : `${left} / ${entries.length}`;
  };
  status?.setAttribute('role', 'status');
  const asked = new URLSearchParams(location.search).get('q');
  if (asked && !document.querySelector('#results')) {
    input.value = asked;
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
      .match(/[\p{L}\p{N}.]+/gu) ?? []
  );
}
