import { first } from './elements.ts';
import type { PaymentStart } from './payment-form.ts';
import { stripeForm } from './stripe-form.ts';
import { worldpayForm } from './worldpay-form.ts';

const FORMS: Readonly<Record<string, PaymentStart>> = { stripe: stripeForm, worldpay: worldpayForm };

/** The page where a provider's own fields stand: the only one that loads a script which is not ours. */
function startPay(): void {
  const form = first(document, 'form[data-pay]', HTMLFormElement);
  const place = form && first(form, '[data-payment-fields]', HTMLElement);
  const status = form && first(form, '[data-pay-status]', HTMLElement);
  const button = form && first(form, 'button', HTMLButtonElement);
  if (!form || !place || !status || !button) return;
  const { pay: provider = '', client = '{}', return: returnUrl = '', failed = '' } = form.dataset;
  const data: Record<string, string> = JSON.parse(client);
  const fields = FORMS[provider]?.(data, document.documentElement.lang);
  if (!fields) {
    status.textContent = failed;
    return;
  }
  fields.mount(place);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    status.textContent = '';
    const problem = await fields.pay(returnUrl);
    button.disabled = false;
    status.textContent = problem ?? '';
  });
}

startPay();
