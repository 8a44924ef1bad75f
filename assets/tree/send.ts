/** Sends a move as the move form would, step by step, and asks the person where that form would ask. */

export type Outcome =
  | { readonly kind: 'done'; readonly page: Document }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'left' };

interface Asking {
  readonly close: string;
}

/** The first step of the form; what the server answers decides about the rest. */
export async function sendMove(
  address: string,
  fields: Readonly<Record<string, string>>,
  words: Asking,
): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  let page = await post(address, body);
  for (;;) {
    const form = page?.querySelector<HTMLInputElement>('main input[name=step]')?.form;
    if (!page || !form) return outcome(page);
    const main = page.querySelector('main')!;
    const asks = main.querySelector('table, .basis, .problems') !== null;
    const filled = asks
      ? await asked(main, form, words)
      : new FormData(form, form.querySelector<HTMLElement>('button[name=act]'));
    if (!filled) return { kind: 'left' };
    page = await post(form.getAttribute('action') ?? address, filled);
  }
}

/** Null when the browser goes elsewhere: the session has ended. */
async function post(address: string, body: FormData): Promise<Document | null> {
  const answer = await fetch(address, { method: 'POST', body });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!answer.redirected || page.querySelector('[data-tree]')) return page;
  location.assign(answer.url);
  return null;
}

function outcome(page: Document | null): Outcome {
  if (!page) return { kind: 'left' };
  if (page.querySelector('[data-tree]')) return { kind: 'done', page };
  const why = page.querySelector('main .problems') ?? page.querySelector('main h1 + p') ?? page.body;
  return { kind: 'refused', why: why.textContent.trim() };
}

/** The server's own preview in a dialog; null when it is closed. */
function asked(main: Element, form: HTMLFormElement, { close }: Asking): Promise<FormData | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'ask';
  const title = document.createElement('h2');
  title.id = 'ask-title';
  title.textContent = main.querySelector('h1')?.textContent ?? '';
  main.querySelector('h1')?.replaceWith(title);
  main.querySelector('.said')?.remove();
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(...main.childNodes);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let filled: FormData | null = null;
    const leave = form.querySelector<HTMLElement>('.acts > a');
    const cancel = document.createElement('button');
    cancel.type = 'button';
    cancel.className = 'ds-button';
    cancel.dataset['variant'] = 'secondary';
    cancel.textContent = leave?.textContent ?? close;
    cancel.addEventListener('click', () => dialog.close());
    leave?.replaceWith(cancel);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      filled = new FormData(form, event.submitter);
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(filled);
    });
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-focus]')?.focus();
  });
}
