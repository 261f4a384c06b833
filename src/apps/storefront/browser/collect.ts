import { all, first } from './elements.ts';
import { about, type Item, itemOf, shownProduct } from './items.ts';
import { watchLists } from './lists.ts';
import { tell, tellLast } from './tell.ts';
import { measureVitals } from './vitals.ts';

/**
 * Tells the shop's own collector what is looked at and put into the cart, by the names of Google Analytics 4. Reads and
 * writes nothing on the device; whether the browser is known again is between its cookies and the server.
 */
export function startCollect(): void {
  tellView();
  tellPage();
  watchLists();
  watchCart();
  const tellVitals = measureVitals();
  const tellEngagement = measureEngagement();
  const leave = () => {
    tellVitals();
    tellEngagement();
    tellLast();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) tellView();
  });
}

/** Visits are told apart by the currency that they see. */
function tellView(): void {
  tell('page_view', { currency: document.documentElement.dataset['currency'] });
}

function tellPage(): void {
  const product = shownProduct(1);
  if (product) tell('view_item', about([product]));
  const search = first(document, '[data-search]', HTMLElement)?.dataset;
  const text = search?.['search']?.slice(0, 500);
  if (text) tell('search', { search_term: text, results: Number(search?.['results']) });
  const lines = all(document, '.cart-line[data-item]', HTMLElement);
  if (lines.length > 0) tell('view_cart', about(lines.map((line) => lineOf(line, quantityOf(line)))));
}

/** Lines that are taken out, and quantities that are changed. */
function watchCart(): void {
  const cart = first(document, '[data-cart-page]', HTMLElement);
  const told = new Map<string, number>();
  cart?.addEventListener('submit', ({ target, submitter }) => {
    const line = target instanceof Element && target.closest('[data-item]');
    const isRemoval = submitter instanceof HTMLButtonElement && submitter.value === 'remove';
    if (line instanceof HTMLElement && isRemoval) tellChange(line, -quantityOf(line));
  });
  cart?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'quantity') return;
    const line = target.closest('[data-item]');
    if (!(line instanceof HTMLElement) || !target.checkValidity()) return;
    const before = told.get(target.id) ?? quantityOf(line);
    told.set(target.id, Number(target.value));
    tellChange(line, Number(target.value) - before);
  });
}

function tellChange(line: HTMLElement, more: number): void {
  if (more === 0) return;
  tell(more > 0 ? 'add_to_cart' : 'remove_from_cart', about([lineOf(line, Math.abs(more))]));
}

function lineOf(line: HTMLElement, quantity: number): Item {
  return itemOf(line, { quantity });
}

function quantityOf({ dataset }: HTMLElement): number {
  return Number(dataset['quantity']);
}

/** How long the page was to be seen since it was last told. */
function measureEngagement(): () => void {
  let since = document.visibilityState === 'visible' ? performance.now() : undefined;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') since = performance.now();
  });
  return () => {
    if (since === undefined) return;
    tell('user_engagement', { engagement_time_msec: Math.round(performance.now() - since) });
    since = undefined;
  };
}
