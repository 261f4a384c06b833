import { ok, type Result, refuse } from '../../kernel/index.ts';
import { readAddresses, readCustomer } from '../customers/index.ts';
import type { Cart, CartRefusal } from './cart.ts';
import { changeCart, unknownCart } from './change-cart.ts';
import type { CartDeps } from './deps.ts';
import { readCart, readCartToOrder } from './read-cart.ts';

/**
 * The express path of a known customer: what the cart does not say yet is taken from their account, and of the ways of
 * delivery the cheapest, so that nothing is left but to look and to order. What was said stays.
 */
export async function prefillFromCustomer(
  deps: CartDeps,
  input: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<Cart, CartRefusal>> {
  const cart = await readCart(deps, input.token);
  if (cart === undefined) return unknownCart();
  const { customerId } = cart;
  if (customerId === undefined) return refuse('sign_in_first', 'this is for known customers', 'token');
  const [customer, addresses] = await Promise.all([
    readCustomer(deps.reads, customerId),
    readAddresses(deps.reads, customerId),
  ]);
  const shipping = addresses.find(({ isDefaultShipping }) => isDefaultShipping) ?? addresses[0];
  const billing = addresses.find(({ isDefaultBilling }) => isDefaultBilling);
  const filled = await changeCart<CartRefusal>(deps, input, (current) => {
    // Another address for the invoice only where the parcel's is theirs too: else the shopper has said where it goes.
    const isOwnAddress = current.shippingAddress === undefined;
    return ok({
      ...current,
      email: current.email || (customer?.email ?? ''),
      phone: current.phone || (customer?.phone ?? ''),
      vatId: current.vatId || (customer?.vatId ?? ''),
      shippingAddress: current.shippingAddress ?? shipping?.address,
      billingAddress:
        current.billingAddress ??
        (isOwnAddress && billing?.id !== shipping?.id ? billing?.address : undefined),
    });
  });
  return filled.ok ? chooseDelivery(deps, input) : filled;
}

async function chooseDelivery(
  deps: CartDeps,
  input: { readonly token: string; readonly now: Temporal.Instant },
): Promise<Result<Cart, CartRefusal>> {
  const priced = await readCartToOrder(deps, input);
  if (priced === undefined) return unknownCart();
  const cheapest = priced.deliveryOptions[0]?.id;
  if (!priced.missing.includes('delivery') || cheapest === undefined) return ok(priced.cart);
  return changeCart<CartRefusal>(deps, input, (current) => ok({ ...current, deliveryOptionId: cheapest }));
}
