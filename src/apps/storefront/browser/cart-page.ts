import { showCartCount } from './cart-count.ts';
import { first, within } from './elements.ts';
import { send } from './send.ts';
import { pageOf, takeOver } from './take-over.ts';

const WAIT_MS = 350;

/** Changes a quantity as it is typed or stepped; the button for it is for those without scripts. */
export function startCartPage(): void {
  const cart = first(document, '[data-cart-page]', HTMLElement);
  if (!cart) return;
  let timer = 0;
  cart.addEventListener('input', (event) => {
    const form = within(event, 'form[data-quantity]', HTMLFormElement);
    if (!form) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => change(cart, form), WAIT_MS);
  });
  cart.addEventListener('submit', (event) => {
    const form = within(event, 'form[data-quantity]', HTMLFormElement);
    if (!form) return;
    event.preventDefault();
    clearTimeout(timer);
    void change(cart, form);
  });
}

async function change(cart: HTMLElement, form: HTMLFormElement): Promise<void> {
  if (!form.checkValidity()) return;
  cart.setAttribute('aria-busy', 'true');
  const answer = await send(form, { do: 'change' }, 'text/html');
  cart.removeAttribute('aria-busy');
  const fresh = answer?.isOk ? pageOf(answer.text) : undefined;
  // An empty cart is another page altogether.
  if (!fresh || !first(fresh, '[data-cart-page]', HTMLElement)) return location.reload();
  // The answer is newer than the fields: what cannot be had was not kept.
  takeOver(document, fresh);
  showCartCount();
}
