import { type PricedCart, setDetails } from '../../../modules/carts/index.ts';
import { readStoreCredit } from '../../../modules/credits/index.ts';
import { readAddresses, type SavedAddress } from '../../../modules/customers/index.ts';
import { formatAddress } from '../../../modules/markets/index.ts';
import { readVisitor } from '../account/signed-in.ts';
import { message } from '../messages/index.ts';
import type { Choice, Known } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';
import type { Site } from '../site.ts';
import { addressValues } from './address-form.ts';
import type { Typed } from './typed.ts';

/** What the shop knows of somebody who is signed in, as far as the checkout need not ask it again (WCAG 2.2, 3.3.7). */
export type Shopper = {
  readonly email: string;
  readonly storeCreditMinor: bigint;
  readonly saved: readonly SavedAddress[];
};

export async function readShopper(
  desk: ShopperDesk,
  visit: Visit,
  { cart }: PricedCart,
): Promise<Shopper | undefined> {
  const current = await readVisitor(desk, visit);
  if (!current) return undefined;
  const { db } = desk.orders;
  const { customer } = current;
  const [saved, storeCreditMinor] = await Promise.all([
    readAddresses(db, customer.id),
    readStoreCredit(db, customer.id, cart.currency),
  ]);
  return { email: customer.email, storeCreditMinor, saved };
}

/**
 * The express path: who is known, and has said nothing of this cart yet, lands on a summary with their e-mail and
 * default address. True when something was filled in.
 */
export async function fillKnown(
  desk: ShopperDesk,
  visit: Visit,
  { cart }: PricedCart,
  shopper: Shopper | undefined,
): Promise<boolean> {
  const token = visit.cookies.cart;
  if (!shopper || token === undefined) return false;
  const usual = shopper.saved.find(({ isDefaultShipping }) => isDefaultShipping);
  const isSoldTo = ({ countries }: Site['market'], country: string) =>
    countries.length === 0 || countries.includes(country);
  const mayFill = usual !== undefined && isSoldTo(visit.site.market, usual.address.country);
  const details = {
    ...(cart.email === '' ? { email: shopper.email } : {}),
    ...(cart.shippingAddress === undefined && mayFill ? { shippingAddress: usual.address } : {}),
  };
  if (Object.keys(details).length === 0) return false;
  return (await setDetails(desk.orders, { token, details, now: visit.now })).ok;
}

/** The fields as a saved address fills them. */
export function savedValues(shopper: Shopper | undefined, id: string): Record<string, string> {
  const found = shopper?.saved.find((each) => each.id === id);
  return found ? addressValues('shipping', found.address) : {};
}

export function savedChoices(shopper: Shopper, typed: Typed, { locale }: Site): readonly Choice[] {
  if (shopper.saved.length === 0) return [];
  const chosen = sameAs(shopper, typed)?.id;
  const choices = shopper.saved.map(({ id, address }): Choice => {
    const [title = '', ...lines] = formatAddress(address, { locale });
    return { value: id, title, text: lines.join(', '), isChosen: id === chosen };
  });
  const other = {
    value: 'new',
    title: message(locale, 'checkout.other_address'),
    isChosen: chosen === undefined,
  };
  return [...choices, other];
}

/** The address in words instead of fields, as long as there is nothing wrong with it. */
export function knownAddress(shopper: Shopper, typed: Typed, { locale }: Site): Known | undefined {
  const found = sameAs(shopper, typed);
  const isWrong = [...typed.problems.keys()].some((name) => name.startsWith('shipping_'));
  if (!found || isWrong) return undefined;
  return { lines: formatAddress(found.address, { locale }), isOpen: false };
}

function sameAs({ saved }: Shopper, { values }: Typed): SavedAddress | undefined {
  const typed = Object.entries(values).filter(
    ([name, value]) => name.startsWith('shipping_') && value !== '',
  );
  const isSame = (wanted: Record<string, string>) =>
    typed.length === Object.keys(wanted).length && typed.every(([name, value]) => wanted[name] === value);
  return saved.find(({ address }) => isSame(addressValues('shipping', address)));
}
