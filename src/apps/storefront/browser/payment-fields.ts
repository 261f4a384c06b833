import { all, first } from './elements.ts';

/** What a provider's own script offers us: fields drawn by it, and a token for what was typed into them. */
export type PaymentForm = {
  readonly mount: (place: HTMLElement) => void;
  /** The single-use token, or the reason in words why there is none. */
  readonly token: () => Promise<{ readonly token: string } | { readonly problem: string }>;
};

export type PaymentStart = (
  data: Readonly<Record<string, string>>,
  locale: string,
) => PaymentForm | undefined;

/** By the provider's name. */
export type PaymentForms = Readonly<Record<string, PaymentStart>>;

/** Shows a provider's fields when its way of paying is chosen, and swaps what is typed there for a token on ordering. */
export function startPaymentFields(form: HTMLFormElement, forms: PaymentForms): void {
  const shown = new Map<HTMLElement, PaymentForm>();
  const show = () => {
    const place = chosenPlace(form);
    const start = place && forms[place.dataset['provider'] ?? ''];
    if (!place || !start || shown.has(place)) return;
    const data: Record<string, string> = JSON.parse(place.dataset['client'] ?? '{}');
    const fields = start(data, document.documentElement.lang);
    if (!fields) return;
    fields.mount(place);
    shown.set(place, fields);
  };
  show();
  form.addEventListener('change', show);
  form.addEventListener('submit', async (event) => {
    const place = chosenPlace(form);
    const fields = place && shown.get(place);
    if (!fields || !(event.submitter instanceof HTMLButtonElement) || event.submitter.value !== 'order')
      return;
    if (first(form, '[name=payment_token]', HTMLInputElement)) return;
    event.preventDefault();
    const answer = await fields.token();
    if ('problem' in answer) return tell(form, answer.problem);
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'payment_token';
    field.value = answer.token;
    form.append(field);
    form.requestSubmit(event.submitter);
  });
}

function chosenPlace(form: HTMLFormElement): HTMLElement | undefined {
  const chosen = first(form, 'input[name=payment]:checked', HTMLInputElement)?.value;
  return all(form, '[data-payment-fields]', HTMLElement).find(
    (each) => each.dataset['paymentFields'] === chosen,
  );
}

function tell(form: HTMLFormElement, problem: string): void {
  const status = first(form, '[data-checkout-status]', HTMLElement);
  if (status) status.textContent = problem;
}
