import { fallbacksOf } from '../../../kernel/index.ts';
import type { PricedCart } from '../../../modules/carts/index.ts';
import { type PaymentMethod, readMethods } from '../../../modules/payments/index.ts';
import { message } from '../messages/index.ts';
import type { CheckoutPage, PaymentChoice } from '../model/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Site } from '../site.ts';
import type { Typed } from './typed.ts';

/** A way to pay that this shop can offer now, with what its provider's page needs. */
export type OfferedMethod = {
  readonly method: PaymentMethod;
  readonly origins: {
    readonly scripts: readonly string[];
    readonly frames: readonly string[];
    readonly connect: readonly string[];
  };
};

/** The ways to pay what is left to pay; none when nothing is. One whose provider is not set up is not offered. */
export async function offeredMethods(
  desk: ShopperDesk,
  priced: PricedCart,
): Promise<readonly OfferedMethod[]> {
  const { dueMinor, cart } = priced;
  if (dueMinor <= 0n) return [];
  const methods = await readMethods(desk.db, {
    marketCode: cart.market,
    currency: cart.currency,
    amountMinor: dueMinor,
  });
  const offered: OfferedMethod[] = [];
  for (const method of methods) {
    const provider = await desk.orders.providers.get(method.provider);
    if (provider) offered.push({ method, origins: provider.features.pageOrigins });
  }
  return offered;
}

export function paymentStep(
  priced: PricedCart,
  offered: readonly OfferedMethod[],
  typed: Typed,
  site: Site,
): CheckoutPage['payment'] {
  const wanted = typed.values['payment'];
  const isKnown = offered.some(({ method }) => method.id === wanted);
  return {
    isNeeded: priced.dueMinor > 0n,
    problem: typed.problems.get('payment'),
    choices: offered.map(({ method }, index) => ({
      value: method.id,
      title: titleOf(method, site),
      isChosen: isKnown ? method.id === wanted : index === 0,
      provider: method.provider,
      mode: method.mode === 'by_hand' ? 'instructions' : method.mode,
      client: clientOf(method, priced, site),
    })),
  };
}

export function titleOf({ titles, provider }: PaymentMethod, { locale }: Pick<Site, 'locale'>): string {
  const found = fallbacksOf(locale).find((each) => titles.has(each));
  return (found && titles.get(found)) ?? [...titles.values()][0] ?? provider;
}

function clientOf(
  method: PaymentMethod,
  { dueMinor, cart }: PricedCart,
  { locale }: Site,
): PaymentChoice['client'] {
  if (method.mode !== 'in_page') return undefined;
  return {
    amountMinor: String(dueMinor),
    currency: cart.currency,
    failed: message(locale, 'problem.try_again'),
  };
}
