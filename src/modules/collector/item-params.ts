import { type CurrencyCode, money, toDecimal } from '../../kernel/index.ts';

type Item = {
  readonly productId: string;
  readonly quantity: number;
  readonly unitMinor: bigint;
  readonly title?: string;
  readonly options?: readonly { readonly value: string }[];
};

/** Goods as parameters of an event by the names of Google Analytics 4: `value` is Σ price × quantity, without delivery. */
export function itemParams(currency: CurrencyCode, items: readonly Item[]) {
  const decimal = (minor: bigint) => toDecimal(money(minor, currency));
  const total = items.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * BigInt(quantity), 0n);
  return {
    currency,
    value: decimal(total),
    items: items.map(({ productId, title, options, unitMinor, quantity }) => ({
      item_id: productId,
      ...(title === undefined ? {} : { item_name: title }),
      ...(options === undefined ? {} : { item_variant: options.map(({ value }) => value).join(' / ') }),
      price: decimal(unitMinor),
      quantity,
    })),
  };
}
