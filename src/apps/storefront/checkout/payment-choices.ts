import { fallbacksOf } from '../../../kernel/index.ts';
import type { PricedCart } from '../../../modules/carts/index.ts';
import { type PaymentMethod, readMethods } from '../../../modules/payments/index.ts';
import type { CheckoutPage } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Site } from '../site.ts';
import type { Typed } from './typed.ts';

/** What is left to pay for a cart; an order that is paid by itself is no different. */
type Due = Pick<PricedCart, 'dueMinor'> & { readonly cart: Pick<PricedCart['cart'], 'market' | 'currency'> };

/** The ways to pay what is left to pay; none when nothing is. One whose provider is not set up is not offered. */
export async function offeredMethods(
  desk: ShopperDesk,
  { dueMinor, cart }: Due,
): Promise<readonly PaymentMethod[]> {
  if (dueMinor <= 0n) return [];
  const methods = await readMethods(desk.db, {
    marketCode: cart.market,
    currency: cart.currency,
    amountMinor: dueMinor,
  });
  const offered: PaymentMethod[] = [];
  for (const method of methods) {
    if (await desk.orders.providers.get(method.provider)) offered.push(method);
  }
  return offered;
}

export function paymentStep(
  { dueMinor }: Pick<PricedCart, 'dueMinor'>,
  offered: readonly PaymentMethod[],
  typed: Typed,
  site: Site,
): CheckoutPage['payment'] {
  const wanted = typed.values['payment'];
  const isKnown = offered.some(({ id }) => id === wanted);
  return {
    isNeeded: dueMinor > 0n,
    problem: typed.problems.get('payment'),
    choices: offered.map((method, index) => ({
      value: method.id,
      title: titleOf(method, site),
      isChosen: isKnown ? method.id === wanted : index === 0,
      mode: method.mode === 'by_hand' ? 'instructions' : method.mode,
    })),
  };
}

export function titleOf({ titles, provider }: PaymentMethod, { locale }: Pick<Site, 'locale'>): string {
  const found = fallbacksOf(locale).find((each) => titles.has(each));
  return (found && titles.get(found)) ?? [...titles.values()][0] ?? provider;
}
