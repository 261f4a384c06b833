import { first } from './elements.ts';

const KEY = 'institor.viewed';
const KEPT = 9;
const SHOWN = 4;

/**
 * Products seen during this visit, at the foot of a product page. Kept in the tab's session storage only,
 * which ends
 * with the tab and is never sent: the handles go into the address of one request for their cards.
 */
export async function startRecentlyViewed(): Promise<void> {
  const section = first(document, '[data-recent]', HTMLElement);
  const handle = first(document, '[data-product]', HTMLElement)?.dataset['product'];
  if (!section || !handle) return;
  const seen = read().filter((each) => each !== handle);
  write([handle, ...seen].slice(0, KEPT));
  if (seen.length === 0) return;
  const query = new URLSearchParams({ handles: seen.slice(0, SHOWN).join(',') });
  const response = await fetch(`${section.dataset['recent']}?${query}`);
  if (!response.ok) return;
  section.insertAdjacentHTML('beforeend', await response.text());
  section.hidden = first(section, '.cards > li', HTMLElement) === undefined;
}

// A browser that forbids storage remembers nothing: the page is the same without.
function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return [];
    throw error;
  }
}

function write(handles: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(handles));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
