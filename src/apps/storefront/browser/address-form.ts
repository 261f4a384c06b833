import { first } from './elements.ts';
import { send } from './send.ts';
import { pageOf, takeOver } from './take-over.ts';

/** Shows the fields of another country as soon as it is chosen; the button for it is for those without scripts. */
export function startAddressForm(): void {
  const form = first(document, 'form[data-address-form]', HTMLFormElement);
  if (!form) return;
  form.addEventListener('change', async (event) => {
    const field = event.target;
    if (!(field instanceof HTMLSelectElement) || !field.name.endsWith('_country')) return;
    const answer = await send(form, { do: 'update' }, 'text/html');
    if (answer?.isOk) takeOver(document, pageOf(answer.text));
  });
}
