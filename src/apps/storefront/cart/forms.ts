import { z } from 'zod';
import { parseId } from '../../../kernel/index.ts';
import type { CartLineId } from '../../../modules/carts/index.ts';
import type { VariantId } from '../../../modules/catalog/index.ts';

const variant = z.string().transform((text, context) => {
  const id = parseId<'variant'>(text);
  if (id === undefined) context.addIssue({ code: 'custom', message: 'a variant is named by its id' });
  return id ?? z.NEVER;
});
const line = z.string().transform((text, context) => {
  const id = parseId<'cart_line'>(text);
  if (id === undefined) context.addIssue({ code: 'custom', message: 'a line is named by its id' });
  return id ?? z.NEVER;
});
const digits = z.string().regex(/^\s*\d{1,5}\s*$/);
const quantity = digits.transform(Number);

/** What the forms of cart and product page say: exactly these fields, nothing besides. */
export const CART_FORM = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), variant, quantity: quantity.refine((count) => count >= 1) }),
  z.strictObject({ do: z.literal('change'), line, quantity }),
  z.strictObject({ do: z.literal('remove'), line }),
  z.strictObject({ do: z.literal('own_cart') }),
]);
export type CartForm =
  | { readonly do: 'add'; readonly variant: VariantId; readonly quantity: number }
  | { readonly do: 'change'; readonly line: CartLineId; readonly quantity: number }
  | { readonly do: 'remove'; readonly line: CartLineId }
  /** Back to the cart that was set aside for one that the shop put together. */
  | { readonly do: 'own_cart' };

/** Codes and gift cards: the button's value names what is taken off. */
export const CODE_FORM = z.strictObject({
  do: z.string().regex(/^(apply_code|apply_gift_card|remove_code:.{1,64}|remove_gift_card:[\w-]{1,64})$/),
  code: z.string().max(64).optional(),
  gift_card: z.string().max(60).optional(),
  gift_card_pin: z.string().max(20).optional(),
});
