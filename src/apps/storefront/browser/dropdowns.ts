import { all, first } from './elements.ts';

/**
 * Disclosures whose content lies over the page (menu panels, filter pills) close on Escape, on a click
 * elsewhere and
 * when the focus leaves. Those that stand in the page stay as they are: the style sheet decides which are
 * which.
 */
export function startDropdowns(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const details of openDropdowns()) {
      if (!details.contains(document.activeElement)) continue;
      details.open = false;
      first(details, 'summary', HTMLElement)?.focus();
      event.preventDefault();
    }
  });
  document.addEventListener('pointerdown', (event) => closeUnless(event.target));
  document.addEventListener('focusin', (event) => closeUnless(event.target));
}

function closeUnless(target: EventTarget | null): void {
  for (const details of openDropdowns()) {
    if (!(target instanceof Node && details.contains(target))) details.open = false;
  }
}

function openDropdowns(): readonly HTMLDetailsElement[] {
  return all(document, '.menu details[open], .facet[open]', HTMLDetailsElement).filter((details) => {
    const content = details.lastElementChild;
    return content !== null && getComputedStyle(content).position === 'absolute';
  });
}
