import { first } from './elements.ts';

/**
 * Puts the number of things in the cart beside its link. Pages are the same for everybody, so the number comes from a
 * cookie that the server keeps beside the cart's own and that scripts may read; it names nobody.
 */
export function startCartCount(): void {
  showCartCount();
  // A page taken from the browser's memory may be older than the cart.
  addEventListener('pageshow', (event) => {
    if (event.persisted) showCartCount();
  });
}

export function showCartCount(): void {
  const place = first(document, '[data-cart-count]', HTMLElement);
  const link = first(document, '[data-cart-link]', HTMLElement);
  if (!place || !link) return;
  const count = readCount();
  place.textContent = count > 99 ? '99+' : String(count);
  place.hidden = count === 0;
  const words = first(link, '[data-cart-words]', HTMLElement);
  const name = link.dataset['cartLink'] ?? '';
  if (words) words.textContent = name;
  if (count > 0) link.setAttribute('aria-label', `${name}, ${count}`);
  else link.removeAttribute('aria-label');
}

function readCount(): number {
  const value = /(?:^|;\s*)cart_items=(\d{1,5})(?:;|$)/.exec(document.cookie)?.[1];
  return Number(value ?? 0);
}
