/**
 * What only a browser can do: print, copy, the device's own sharing, opened details on paper. Words come from the
 * page's `data-…` attributes, so the script knows no language. Without it the page loses nothing else.
 */
for (const list of document.querySelectorAll<HTMLElement>('[data-tools]')) {
  const { print, copy, copied, native } = list.dataset;
  if (print) add(list, print, () => window.print(), true);
  if (native && navigator.share)
    add(
      list,
      native,
      () => void navigator.share({ title: document.title, url: location.href }).catch(() => {}),
    );
  if (copy && navigator.clipboard) add(list, copy, (button) => copyText(button, location.href, copied));
  const citation = list.parentElement?.querySelector<HTMLElement>('.citation');
  const words = citation?.dataset['copy'];
  if (citation && words && navigator.clipboard) {
    const place = citation.insertAdjacentElement('afterend', document.createElement('p'));
    if (place) place.append(make(words, (button) => copyText(button, citation.textContent ?? '', copied)));
  }
}

// A portal without a public address: the links that share a page are made from where it stands on the web. A copy on
// a disk has no address that others could open; its page says so in words.
for (const place of document.querySelectorAll<HTMLElement>('[data-share]')) {
  if (!location.protocol.startsWith('http')) break;
  const { share = '', x = '', facebook = '', mail = '' } = place.dataset;
  const [title, page] = [encodeURIComponent(share), encodeURIComponent(location.href)];
  for (const [words, href] of [
    [x, `https://x.com/intent/post?text=${title}&url=${page}`],
    [facebook, `https://www.facebook.com/sharer/sharer.php?u=${page}`],
    [mail, `mailto:?subject=${title}&body=${page}`],
  ] as const) {
    const item = document.createElement('li');
    const anchor = item.appendChild(document.createElement('a'));
    anchor.textContent = words;
    anchor.href = href;
    place.before(item);
  }
  place.remove();
}

function add(
  list: HTMLElement,
  words: string,
  act: (button: HTMLButtonElement) => void,
  first = false,
): void {
  const item = document.createElement('li');
  item.append(make(words, act));
  if (first) list.prepend(item);
  else list.append(item);
}

function make(words: string, act: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', () => act(button));
  return button;
}

function copyText(button: HTMLButtonElement, text: string, done = ''): void {
  const words = button.textContent;
  void navigator.clipboard.writeText(text).then(() => {
    button.textContent = done;
    button.ariaLive = 'polite';
    setTimeout(() => (button.textContent = words), 2000);
  });
}

let closed: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});
