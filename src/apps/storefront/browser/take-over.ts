import { all, first } from './elements.ts';

/**
 * Puts the `[data-part]` pieces of a fresh page into this one. The focus stays where it is, and what is being typed into
 * the focused field stays as typed.
 */
export function takeOver(root: ParentNode, fresh: ParentNode): void {
  const focused = document.activeElement;
  const id = focused?.id;
  const typed = focused instanceof HTMLInputElement ? focused.value : undefined;
  for (const part of all(fresh, '[data-part]', HTMLElement)) {
    const old = first(root, `[data-part="${part.dataset['part']}"]`, HTMLElement);
    if (old && old.innerHTML !== part.innerHTML) old.replaceChildren(...part.childNodes);
  }
  const again = id ? document.getElementById(id) : null;
  if (!again || again === document.activeElement) return;
  again.focus({ preventScroll: true });
  if (typed !== undefined && again instanceof HTMLInputElement && again.type !== 'radio') again.value = typed;
}

/** The page that a response holds. */
export async function pageOf(response: Response): Promise<Document> {
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}
