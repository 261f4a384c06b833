import {
  bestVariant,
  type ChoiceData,
  isBuyable,
  queryOf,
  readChoiceData,
  type Variant,
} from './choice-data.ts';
import { all, first, isPlainClick, within } from './elements.ts';
import { showPicture } from './gallery.ts';

/**
 * Shows another variant without loading the page again: price, stock, picture, and where the other values
 * lead.
 */
export function startVariantChoice(): void {
  const choice = first(document, '[data-choice]', HTMLElement);
  const data = choice && readChoiceData();
  if (!choice || !data) return;
  choice.addEventListener('click', (event) => {
    const link = within(event, 'a[data-option]', HTMLAnchorElement);
    if (!link || !isPlainClick(event)) return;
    const index = Number(link.dataset['option']);
    const wanted = chosenValues(choice, data).with(index, link.dataset['value'] ?? '');
    const variant = bestVariant(data, wanted, index);
    if (!variant) return;
    event.preventDefault();
    showOffer(variant);
    showValues(choice, data, variant);
    if (variant.picture) showPicture(variant.picture);
    history.replaceState(null, '', queryOf(data, variant.values));
  });
}

function chosenValues(choice: HTMLElement, data: ChoiceData): string[] {
  return data.options.map((_, index) => {
    const link = first(choice, `a[data-option="${index}"][aria-current]`, HTMLAnchorElement);
    return link?.dataset['value'] ?? '';
  });
}

function showOffer(variant: Variant): void {
  const texts = {
    price: variant.price,
    before: variant.before,
    beforeLabel: variant.beforeLabel,
    unitPrice: variant.unitPrice,
    sku: variant.sku,
    stock: variant.stock.text,
  };
  for (const [name, text] of Object.entries(texts)) {
    const place = first(document, `[data-offer="${name}"]`, HTMLElement);
    if (!place) continue;
    place.textContent = text ?? '';
    place.hidden = text === undefined;
    if (name === 'price') place.classList.toggle('offer-reduced', variant.before !== undefined);
    if (name === 'stock') place.dataset['state'] = variant.stock.state;
  }
  for (const field of all(document, '[data-buy-variant]', HTMLInputElement)) field.value = variant.id;
  const wait = first(document, '[data-wait]', HTMLElement);
  if (wait) wait.hidden = isBuyable(variant);
  const button = first(document, '[data-buy-button]', HTMLButtonElement);
  if (!button) return;
  button.textContent = variant.buy;
  button.disabled = !isBuyable(variant);
}

function showValues(choice: HTMLElement, data: ChoiceData, shown: Variant): void {
  for (const link of all(choice, 'a[data-option]', HTMLAnchorElement)) {
    const index = Number(link.dataset['option']);
    const value = link.dataset['value'] ?? '';
    const values = shown.values.with(index, value);
    const isChosen = shown.values[index] === value;
    const isAvailable = data.variants.some(
      (variant) => isBuyable(variant) && variant.values.every((each, place) => each === values[place]),
    );
    link.href = queryOf(data, values);
    if (isChosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.toggleAttribute('data-missing', !isAvailable);
    const words = first(link, '[data-missing-words]', HTMLElement);
    if (words) words.hidden = isAvailable;
  }
  for (const place of all(choice, '[data-chosen]', HTMLElement)) {
    place.textContent = shown.values[Number(place.dataset['chosen'])] ?? '';
  }
}
