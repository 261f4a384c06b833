import { elementsOf, type PageElement, withAllBelow } from './elements.ts';

/** A form that puts something into the cart, filled in as the page has it. */
export type CartForm = { readonly action: string; readonly fields: URLSearchParams };

/** The product page's form, or `undefined` where its button cannot be pressed: sold out. */
export function cartFormOf(html: string): CartForm | undefined {
  for (const form of elementsOf(html)) {
    const action = form.attributes.get('action') ?? '';
    if (form.name !== 'form' || !action.endsWith('/cart')) continue;
    const controls = withAllBelow(form).filter(({ attributes }) => !attributes.has('disabled'));
    const button = controls.find(({ name, attributes }) => name === 'button' && attributes.has('name'));
    if (button === undefined) continue;
    return { action, fields: new URLSearchParams([...controls, button].flatMap(submitted)) };
  }
  return undefined;
}

function submitted({ name: element, attributes }: PageElement, place: number, all: readonly PageElement[]) {
  const name = attributes.get('name');
  const isPressed = element === 'button' && place === all.length - 1;
  if (name === undefined || (element !== 'input' && !isPressed)) return [];
  const isChoice = /^(?:radio|checkbox)$/i.test(attributes.get('type') ?? '');
  if (isChoice && !attributes.has('checked')) return [];
  return [[name, attributes.get('value') ?? '']];
}
