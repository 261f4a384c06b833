import { showCartCount } from './cart-count.ts';
import { first } from './elements.ts';
import { about, shownProduct } from './items.ts';
import { send } from './send.ts';
import { tell } from './tell.ts';

/** Puts a product into the cart without leaving its page; whatever is unexpected is left to the form itself. */
export function startAddToCart(): void {
  const form = first(document, 'form[data-buy]', HTMLFormElement);
  const status = first(document, '[data-buy-status]', HTMLElement);
  const button = form && first(form, '[data-buy-button]', HTMLButtonElement);
  if (!form || !status || !button) return;
  const words = first(status, '[data-buy-words]', HTMLElement);
  const link = first(status, '[data-buy-link]', HTMLElement);
  if (!words || !link) return;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    const answer = await send(form, { do: 'add' }, 'application/json');
    button.removeAttribute('aria-busy');
    words.textContent = (answer && textOf(answer.text)) ?? form.dataset['failed'] ?? '';
    link.hidden = !answer?.isOk;
    const product = shownProduct(Number(new FormData(form).get('quantity')));
    if (answer?.isOk && product) tell('add_to_cart', about([product]));
    showCartCount();
  });
}

/** What the server says in words, also when it refuses. */
function textOf(json: string): string | undefined {
  const told: unknown = JSON.parse(json);
  const isTold = typeof told === 'object' && told !== null && 'text' in told;
  return isTold && typeof told.text === 'string' ? told.text : undefined;
}
