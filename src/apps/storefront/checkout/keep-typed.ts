import type { Refusal } from '../../../kernel/index.ts';
import { type DetailsInput, type PricedCart, setDetails } from '../../../modules/carts/index.ts';
import { parsePostalAddress } from '../../../modules/markets/index.ts';
import { message } from '../messages/index.ts';
import { fieldsWithCardNumbers } from '../personal/form-fields.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';
import { addressInput, snake } from './address-form.ts';
import { addAddressProblems } from './address-problems.ts';
import { isDelivered } from './checkout-page.ts';
import type { KeptTyped, Typed } from './typed.ts';

/**
 * Keeps in the cart what the shopper typed, as far as it is right; what is wrong is named by field and stays in the
 * form. A field that holds a card number is emptied: it may not reach the cart, the page, or a log.
 */
export async function keepTyped(
  desk: ShopperDesk,
  visit: Visit,
  input: { readonly token: string; readonly priced: PricedCart; readonly values: Typed['values'] },
): Promise<KeptTyped> {
  const { token, priced } = input;
  const { site, now } = visit;
  const cards = fieldsWithCardNumbers(input.values);
  const values = { ...input.values, ...Object.fromEntries(cards.map((name) => [name, ''])) };
  const problems = new Map(cards.map((name) => [name, message(site.locale, 'problem.card_number')]));
  const shipping = parsePostalAddress(addressInput({ values, problems }, 'shipping'), { field: 'shipping' });
  const hasBilling = isDelivered(priced) && values['billing'] === 'other';
  const billing = hasBilling
    ? parsePostalAddress(addressInput({ values, problems }, 'billing'), { field: 'billing' })
    : undefined;
  for (const parsed of [shipping, billing]) {
    if (parsed && !parsed.ok) addAddressProblems(problems, parsed.refusal.problems, values, site);
  }
  const main = shipping.ok ? shipping.value : undefined;
  const other = billing?.ok ? billing.value : hasBilling ? undefined : null;
  const details: DetailsInput = {
    email: values['email'] ?? '',
    note: values['note'] ?? '',
    giftMessage: values['gift_message'] ?? '',
    acceptsMarketing: values['marketing'] === 'yes',
    ...(priced.cart.customerId === undefined ? {} : { usesStoreCredit: values['store_credit'] === 'yes' }),
    ...(main === undefined ? {} : isDelivered(priced) ? { shippingAddress: main } : { billingAddress: main }),
    ...(main?.phone === undefined ? {} : { phone: main.phone }),
    ...(isDelivered(priced) && other !== undefined ? { billingAddress: other } : {}),
  };
  await keepDetails(desk, { token, details, now }, (refused) => addDetailProblem(problems, refused, site));
  if ((values['email'] ?? '').trim() === '') problems.set('email', message(site.locale, 'problem.email'));
  return { values, problems: inOrder(problems), cards };
}

/** All of it, or, when something is wrong, the rest. */
async function keepDetails(
  desk: ShopperDesk,
  input: { readonly token: string; readonly details: DetailsInput; readonly now: Temporal.Instant },
  add: (problem: Refusal) => void,
): Promise<void> {
  const kept = await setDetails(desk.orders, input);
  if (kept.ok || !('problems' in kept.refusal)) return;
  const wrong = new Set(kept.refusal.problems.map(({ field = '' }) => field.split(/[.[]/)[0]));
  for (const problem of kept.refusal.problems) add(problem);
  const right = Object.entries(input.details).filter(([field]) => !wrong.has(field));
  await setDetails(desk.orders, { ...input, details: Object.fromEntries(right) });
}

function addDetailProblem(
  problems: Map<string, string>,
  { code, field = '' }: Refusal,
  { locale }: Site,
): void {
  const name = snake(field);
  if (problems.has(name)) return;
  if (name === 'email') problems.set(name, message(locale, 'problem.email'));
  else if (code === 'too_long')
    problems.set(name, message(locale, 'problem.too_long', { label: labelOf(name, locale) }));
  else problems.set(name, message(locale, 'problem.invalid', { label: labelOf(name, locale) }));
}

function labelOf(name: string, locale: Site['locale']): string {
  return message(locale, name === 'note' ? 'checkout.note' : 'checkout.gift_message');
}

// As the page asks: the summary of problems reads from top to bottom.
const ORDER = ['email', 'shipping_', 'delivery', 'payment', 'billing_', 'code', 'gift', 'note', 'terms'];

export function inOrder(problems: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const place = (name: string) => ORDER.findIndex((each) => name.startsWith(each));
  return new Map([...problems].toSorted(([a], [b]) => place(a) - place(b)));
}
