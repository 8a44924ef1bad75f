/**
 * The proposal's page with a keyboard: arrows go from line to line, one key does what one of the line's buttons does.
 * Without it the buttons do the same.
 */
const KEYS: Readonly<Record<string, string>> = {
  a: 'accept',
  r: 'reject',
  ArrowRight: 'demote',
  ArrowLeft: 'promote',
  m: 'merge',
  e: 'edit',
};

// What takes over a second says so; a page that comes back out of the browser's memory starts anew.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset['busy'] === undefined) return;
  form.setAttribute('aria-busy', 'true');
  const said = document.querySelector('.said');
  if (said) said.textContent = form.dataset['busy'];
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) form.removeAttribute('aria-busy');
});

const proposal = document.querySelector<HTMLFormElement>('[data-proposal]');
if (proposal) {
  document.querySelector('[data-keys]')?.removeAttribute('hidden');
  const there = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (there && proposal.contains(there) && !proposal.querySelector('.editing')) {
    const fold = there.closest('details');
    if (fold) fold.open = true;
    there.focus();
  }
  proposal.addEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest('.editing, select')) return;
  const row = target.closest<HTMLElement>('[data-row]');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(
      (one) => one.offsetParent !== null,
    );
    const at = row ? rows.indexOf(row) : -1;
    const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    return;
  }
  const undo = event.key === 'u' ? document.querySelector<HTMLElement>('button[value="undo"]') : null;
  const name = KEYS[event.key];
  const control =
    undo ?? (row && name ? row.querySelector<HTMLElement>(`[data-act="${name}"]:not(:disabled)`) : null);
  if (!control) return;
  event.preventDefault();
  control.click();
}
