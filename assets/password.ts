/** A button beside each new password that shows what was typed. Its words come from the page. */

export function showPasswords(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-password]')) {
    const input = place.querySelector('input');
    if (!input || place.querySelector('button')) continue;
    const { show = '', hide = '' } = place.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = show;
    button.setAttribute('aria-controls', input.id);
    button.addEventListener('click', () => {
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      button.textContent = shown ? show : hide;
    });
    // Sent as a password: what a browser remembers of text fields is nobody's business.
    input.form?.addEventListener('submit', () => (input.type = 'password'));
    input.after(button);
  }
}
