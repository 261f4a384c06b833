import { z } from 'zod';
import type { FormFields } from '../personal/form-fields.ts';

const text = (max: number) => z.string().max(max).default('');
const ADDRESS_FIELDS = [
  ...['country', 'name', 'company', 'line1', 'line2', 'city', 'region', 'postal_code', 'phone'],
] as const;

const addressOf = (name: 'shipping' | 'billing') =>
  Object.fromEntries(ADDRESS_FIELDS.map((field) => [`${name}_${field}`, text(300)] as const));

/** Exactly what the checkout's one form sends, nothing besides; a box that is not ticked is not sent. */
const CHECKOUT_FORM = z.strictObject({
  do: z
    .string()
    .regex(/^(update|order|apply_code|apply_gift_card|remove_code:.{1,64}|remove_gift_card:[\w-]{1,64})$/),
  expected_total: z
    .string()
    .regex(/^\d{0,18}$/)
    .default(''),
  email: text(300),
  marketing: z.literal('yes').optional(),
  saved_address: text(60),
  ...addressOf('shipping'),
  delivery: text(100),
  pickup: text(100),
  billing: z.enum(['same', 'other']).default('same'),
  ...addressOf('billing'),
  payment: text(60),
  code: text(64),
  gift_card: text(60),
  gift_card_pin: text(20),
  store_credit: z.literal('yes').optional(),
  gift_message: text(600),
  note: text(2_500),
  terms: text(100),
});

/** What the shopper typed and chose, by field. */
export type CheckoutFields = {
  readonly do: string;
  readonly [name: string]: string | undefined;
};

/** The submitted checkout, or nothing for what no form of ours sends. */
export function parseCheckout(form: FormFields): CheckoutFields | undefined {
  const parsed = CHECKOUT_FORM.safeParse(form);
  return parsed.success ? parsed.data : undefined;
}
