import { all, first } from './elements.ts';

const WAIT_MS = 110;

/**
 * Makes every search field an ARIA combobox over suggestions that the server draws (WAI-ARIA 1.2, list
 * autocomplete).
 */
export function startSuggestions(): void {
  for (const form of all(document, 'form[data-suggest]', HTMLFormElement)) suggestIn(form);
}

function suggestIn(form: HTMLFormElement): void {
  const input = first(form, 'input[name=q]', HTMLInputElement);
  const box = first(form, '[data-suggestions]', HTMLElement);
  const status = first(form, '[data-suggestions-status]', HTMLElement);
  const address = form.dataset['suggest'];
  if (!input || !box || !status || !address) return;
  let timer = 0;
  let request = new AbortController();
  let active = -1;

  const options = () => all(box, '[role=option]', HTMLAnchorElement);
  const choose = (index: number) => {
    active = index;
    options().forEach((option, position) => {
      option.setAttribute('aria-selected', String(position === index));
      if (position === index) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (index === -1) input.removeAttribute('aria-activedescendant');
  };
  const close = () => {
    clearTimeout(timer);
    request.abort();
    box.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    choose(-1);
  };
  const show = (html: string) => {
    box.innerHTML = html;
    const list = first(box, '[role=listbox]', HTMLElement);
    if (!list) return close();
    list.id = `${input.id}-list`;
    options().forEach((option, index) => {
      option.id = `${input.id}-option-${index}`;
    });
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'true');
    box.hidden = false;
    status.textContent = list.dataset['status'] ?? '';
    choose(-1);
  };
  const load = async () => {
    request.abort();
    request = new AbortController();
    const text = input.value.trim();
    if (text.length < 2) return close();
    const html = await fetchText(`${address}?q=${encodeURIComponent(text)}`, request.signal);
    if (html !== undefined) show(html);
  };

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(load, WAIT_MS);
  });
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Escape' && !box.hidden) {
      close();
      event.preventDefault();
    }
    if (box.hidden || count === 0) return;
    if (event.key === 'ArrowDown') choose(active === count - 1 ? -1 : active + 1);
    else if (event.key === 'ArrowUp') choose(active === -1 ? count - 1 : active - 1);
    else if (event.key === 'Enter' && active >= 0) options()[active]?.click();
    else return;
    event.preventDefault();
  });
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
}

/** The answer's text, or nothing when a newer question overtook this one or the network is away. */
async function fetchText(address: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal });
    return response.ok ? await response.text() : undefined;
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}
