import { parseId } from '../../../kernel/index.ts';
import { addGiftCard, readCart, removeGiftCard, setDetails } from '../../../modules/carts/index.ts';
import { message } from '../messages/index.ts';
import type { ShopperDesk } from '../personal/shopper-desk.ts';
import type { Visit } from '../personal/visit.ts';
import { type CartTyped, NOTHING } from './cart-page.ts';
import { codeForm } from './code-models.ts';
import { readVisitorsCart } from './open-cart.ts';

type CodeFields = {
  readonly do: string;
  readonly code?: string | undefined;
  readonly gift_card?: string | undefined;
  readonly gift_card_pin?: string | undefined;
};

/**
 * Takes a code or a gift card on or off. What is refused comes back with what was typed. Guessing is slowed down by
 * network, and learns nothing: unknown, over and not for this shopper are one answer.
 */
export async function changeCodes(desk: ShopperDesk, visit: Visit, fields: CodeFields): Promise<CartTyped> {
  const [verb = '', id = ''] = fields.do.split(':');
  if (verb === 'apply_code') return applyCode(desk, visit, fields.code ?? '');
  if (verb === 'apply_gift_card') return applyGiftCard(desk, visit, fields);
  if (verb === 'remove_code') await keepCodes(desk, visit, (codes) => codes.filter((code) => code !== id));
  const giftCardId = verb === 'remove_gift_card' ? parseId<'gift_card'>(id) : undefined;
  const token = visit.cookies.cart;
  if (giftCardId && token) await removeGiftCard(desk.orders, { token, giftCardId, now: visit.now });
  return NOTHING;
}

async function applyCode(desk: ShopperDesk, visit: Visit, typed: string): Promise<CartTyped> {
  const { locale } = visit.site;
  const refuse = (problem: string): CartTyped => ({ ...NOTHING, code: { value: typed, problem } });
  if (typed.trim() === '')
    return refuse(message(locale, 'problem.missing', { label: message(locale, 'cart.code') }));
  if (!(await visit.mayTry('code'))) return refuse(message(locale, 'cart.code_too_many'));
  const isKept = await keepCodes(desk, visit, (codes) => [...codes, typed]);
  if (!isKept) return refuse(message(locale, 'cart.code_unknown'));
  const priced = await readVisitorsCart(desk, visit);
  if (!priced) return NOTHING;
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  const verdict = priced.quote.verdicts.find((one) => one.code === code);
  // A code that says something only to this cart stays and waits; one that says nothing to it is taken off again.
  if (verdict?.isApplied === true || verdict?.promotionId !== undefined) return NOTHING;
  const text = codeForm(priced, visit.site).applied.find(({ id }) => id === code)?.text;
  await keepCodes(desk, visit, (codes) => codes.filter((each) => each !== code));
  return refuse(text?.replace(`${code}: `, '') ?? message(locale, 'cart.code_unknown'));
}

async function keepCodes(
  desk: ShopperDesk,
  visit: Visit,
  change: (codes: readonly string[]) => readonly string[],
): Promise<boolean> {
  const token = visit.cookies.cart;
  const cart = token === undefined ? undefined : await readCart(desk.orders, token);
  if (!cart || token === undefined) return false;
  const details = { codes: change(cart.codes) };
  return (await setDetails(desk.orders, { token, details, now: visit.now })).ok;
}

async function applyGiftCard(desk: ShopperDesk, visit: Visit, fields: CodeFields): Promise<CartTyped> {
  const { gift_card: code = '', gift_card_pin: pin = '' } = fields;
  const { locale } = visit.site;
  // The number is not shown again: who looks over a shoulder, or into a kept page, must not find it.
  const refuse = (problem: string): CartTyped => ({ ...NOTHING, giftCard: { value: '', problem } });
  const token = visit.cookies.cart;
  if (token === undefined || code.trim() === '') return refuse(message(locale, 'cart.gift_card_unknown'));
  const { giftCardKey: key, orders } = desk;
  const added = await addGiftCard(orders, { token, key, ip: visit.ip, code, pin, now: visit.now });
  if (added.ok) return NOTHING;
  const isTooOften = added.refusal.code === 'too_many_attempts';
  return refuse(message(locale, isTooOften ? 'cart.code_too_many' : 'cart.gift_card_unknown'));
}
