/**
 * An item's page with a script: what is typed is kept as a draft on every pause, and who else has the item open is
 * asked once a minute. Without it both work by the buttons and by loading the page.
 */
const PAUSE_MS = 1500;
const ASK_MS = 60_000;

const form = document.querySelector<HTMLFormElement>('form[data-draft]');
if (form) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let saving = false;
  const keep = async (): Promise<void> => {
    if (saving) return;
    await fetch(form.dataset['draft']!, { method: 'POST', body: new FormData(form), keepalive: true }).catch(
      () => {},
    );
  };
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void keep(), PAUSE_MS);
  });
  form.addEventListener('submit', () => {
    saving = true;
    clearTimeout(waiting);
  });
}

const present = document.querySelector<HTMLElement>('[data-presence]');
if (present)
  setInterval(() => {
    void fetch(present.dataset['presence']!, { method: 'POST' })
      .then(async (answer) => {
        if (answer.ok) present.textContent = await answer.text();
      })
      .catch(() => {});
  }, ASK_MS);
