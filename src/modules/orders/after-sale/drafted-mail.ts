import { money, toDecimal } from '../../../kernel/index.ts';
import type { PricedCart } from '../../carts/index.ts';

/**
 * What the mail with a draft's pay link is written of, as it is told: carts are below orders, and who writes mails does
 * not see them. Amounts are plain decimals.
 */
export type DraftedMail = {
  readonly email: string;
  readonly name: string;
  readonly market: string;
  readonly locale: string;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** Opens the draft's cart. Worth what the mail is worth that carries it. */
  readonly payToken: string;
  readonly lines: readonly {
    readonly title: string;
    readonly options: string;
    readonly quantity: number;
    readonly total: string;
  }[];
  readonly totals: Readonly<Record<'subtotal' | 'discount' | 'delivery' | 'tax' | 'total', string>>;
};

export function draftedMail({ cart, lines, quote }: PricedCart, payToken: string): DraftedMail {
  const { email, market, locale, currency, shippingAddress, billingAddress } = cart;
  const decimal = (minor: bigint) => toDecimal(money(minor, currency));
  const { subtotalMinor, discountMinor, deliveryMinor, taxMinor, totalMinor } = quote.totals;
  return {
    ...{ email, market, locale, currency, payToken, pricesIncludeTax: quote.pricesIncludeTax },
    name: (shippingAddress ?? billingAddress)?.name ?? '',
    lines: lines.map(({ title, options, soldQuantity, quoted }) => ({
      title,
      options: options.map(({ value }) => value).join(', '),
      quantity: soldQuantity,
      total: decimal(quoted?.totalMinor ?? 0n),
    })),
    totals: {
      subtotal: decimal(subtotalMinor),
      discount: decimal(discountMinor),
      delivery: decimal(deliveryMinor),
      tax: decimal(taxMinor),
      total: decimal(totalMinor),
    },
  };
}
