import { all, first } from './elements.ts';
import { send } from './send.ts';
import { isChanged, pageOf, takeOver } from './take-over.ts';

/** Shows the fields of another country as soon as it is chosen; the button for it is for those without scripts. */
export function startAddressForm(): void {
  const form = first(document, 'form[data-address-form]', HTMLFormElement);
  if (!form) return;
  const update = async () => {
    const answer = await send(form, { do: 'update' }, 'text/html');
    if (answer?.isOk) takeOver(document, pageOf(answer.text));
    else showUpdateButtons(form);
  };
  form.addEventListener('change', (event) => {
    if (isCountry(event.target)) void update();
  });
  if ([...form.elements].some((field) => isCountry(field) && isChanged(field))) void update();
}

/** Where the page could not be brought up to date by itself, it is by hand: nothing typed depends on the network. */
export function showUpdateButtons(form: HTMLFormElement): void {
  for (const button of all(form, '.without-script', HTMLElement)) button.classList.remove('without-script');
}

function isCountry(field: EventTarget | null): field is HTMLSelectElement {
  return field instanceof HTMLSelectElement && field.name.endsWith('_country');
}
