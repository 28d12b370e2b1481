// Buttons that copy lines of code: `data-copies` names the element whose text they are of.

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-copies]'))) {
  const { copies = '', copied = 'Copied', selected = 'Selected' } = button.dataset;
  const named = button.textContent;
  button.addEventListener('click', async () => {
    const lines = /** @type {HTMLElement} */ (document.getElementById(copies));
    try {
      await navigator.clipboard.writeText(String(lines.textContent));
      button.textContent = copied;
    } catch {
      // Where the page may not write to the clipboard, the visitor can.
      getSelection()?.selectAllChildren(lines);
      button.textContent = selected;
    }
    setTimeout(() => (button.textContent = named), 2000);
  });
}
