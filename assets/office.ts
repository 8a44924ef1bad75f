/**
 * What the office's pages gain with a script: forms marked `data-enhance` are sent without leaving the page, and a form
 * that was not taken shows its problems with the focus on them. Without it every form works as a plain one.
 */
import { showPasswords } from './password.ts';

focusMarked();
showPasswords();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('[data-enhance]')) return;
  event.preventDefault();
  void send(form, event.submitter);
});

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(form.action, { method: 'POST', body: new FormData(form, submitter) });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (response.redirected || !page.querySelector('.problems')) {
      location.assign(response.url);
      return;
    }
    document.querySelector('main')?.replaceWith(page.querySelector('main')!);
    document.title = page.title;
    focusMarked();
    showPasswords();
  } catch {
    // The network failed: the person's text stays in the form, and the page says so.
    form.removeAttribute('aria-busy');
    const said = document.querySelector('.said');
    if (said)
      said.textContent =
        document.documentElement.lang === 'pl'
          ? 'Brak połączenia. Nic nie zginęło, spróbuj ponownie.'
          : 'No connection. Nothing is lost, try again.';
  }
}

function focusMarked(): void {
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
}
