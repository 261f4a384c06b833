import { showUpdateButtons } from './address-form.ts';
import { first } from './elements.ts';
import { send } from './send.ts';
import { isChanged, pageOf, takeOver } from './take-over.ts';

const BUSY_MS = 20_000;

/** What changes something else on the page: fields, ways of delivery, totals. */
const TELLING =
  /_country$|_region$|_postal_code$|^delivery$|^pickup|^saved_address$|^store_credit$|^billing$/;

/**
 * The checkout's own script, the only one on its page: brings it up to date as the shopper fills it in. Everything is
 * also the form's, without it.
 */
function startCheckout(): void {
  const checkout = first(document, '[data-checkout]', HTMLElement);
  const form = first(document, 'form[data-checkout-form]', HTMLFormElement);
  if (!checkout || !form) return;
  let request = new AbortController();
  first(document, '[data-focus]', HTMLElement)?.focus();
  const update = async () => {
    request.abort();
    request = new AbortController();
    const { signal } = request;
    checkout.setAttribute('aria-busy', 'true');
    const answer = await send(form, { do: 'update' }, 'text/html', signal);
    if (signal.aborted) return;
    checkout.removeAttribute('aria-busy');
    if (!answer?.isOk) return showUpdateButtons(form);
    const fresh = pageOf(answer.text);
    takeOver(document, fresh);
    const total = first(fresh, '[data-expected-total]', HTMLInputElement)?.value;
    const expected = first(form, '[data-expected-total]', HTMLInputElement);
    if (total !== undefined && expected) expected.value = total;
  };
  form.addEventListener('change', (event) => {
    if (isTelling(event.target)) void update();
  });
  if ([...form.elements].some((field) => isTelling(field) && isChanged(field))) void update();
  sendOnce(form);
}

function isTelling(field: EventTarget | null): field is HTMLInputElement | HTMLSelectElement {
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && TELLING.test(field.name)
  );
}

/** A second press of the button while the first is under way orders nothing twice, and confuses nobody. */
function sendOnce(form: HTMLFormElement): void {
  const button = first(form, '[data-order]', HTMLButtonElement);
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.submitter !== button || !button) return;
    if (button.getAttribute('aria-busy') === 'true') event.preventDefault();
    button.setAttribute('aria-busy', 'true');
    // Should the network be away, the button is not lost.
    setTimeout(() => button.removeAttribute('aria-busy'), BUSY_MS);
  });
  addEventListener('pageshow', () => button?.removeAttribute('aria-busy'));
}

startCheckout();
