import type { PricedCart } from '../../../modules/carts/index.ts';
import { type MessageKey, message } from '../messages/index.ts';
import type { AppliedCode, CodeForm } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';

/** What was typed and what is wrong with it, while a code is refused. */
export type Typed = { readonly value: string; readonly problem: string | undefined };
export const NOTHING_TYPED: Typed = { value: '', problem: undefined };

/** The codes given, with what each takes off or why it does not. */
export function codeForm(priced: PricedCart, site: Site, typed: Typed = NOTHING_TYPED): CodeForm {
  const { currency, locale } = site;
  const applied = priced.cart.codes.map((code): AppliedCode => {
    const verdict = priced.quote.verdicts.find((one) => one.code === code);
    if (verdict?.isApplied === true) {
      const amount = moneyText(verdict.amountMinor, currency, locale).text;
      return {
        id: code,
        code,
        text: message(locale, 'cart.code_applied', { code, amount }),
        isApplied: true,
      };
    }
    const reason = whyNot(verdict, site);
    return { id: code, code, text: message(locale, 'cart.code_waits', { code, reason }), isApplied: false };
  });
  return { applied, ...typed };
}

export function giftCardForm(priced: PricedCart, site: Site, typed: Typed = NOTHING_TYPED): CodeForm {
  const { currency, locale } = site;
  const applied = priced.cart.giftCards.map(({ id, last4 }): AppliedCode => {
    const credit = priced.credits.find((one) => one.kind === 'gift_card' && one.card.id === id);
    const values = { last4, amount: moneyText(credit?.amountMinor ?? 0n, currency, locale).text };
    return {
      id,
      code: last4,
      text: message(locale, 'cart.gift_card_applied', values),
      isApplied: credit !== undefined,
    };
  });
  return { applied, ...typed };
}

type Verdict = PricedCart['quote']['verdicts'][number] | undefined;

/**
 * Why a code takes nothing off. A shopper who only guesses learns nothing from it: unknown, over and not for them are
 * one answer; what the cart lacks is told.
 */
export function whyNot(verdict: Verdict, { currency, locale }: Site): string {
  if (verdict === undefined || verdict.isApplied) return message(locale, 'cart.code_unknown');
  const { reason } = verdict;
  if (reason.code === 'minimum_value') {
    const amount = moneyText(reason.missingMinor, currency, locale).text;
    return message(locale, 'cart.why_minimum_value', { amount });
  }
  if (reason.code === 'minimum_quantity') {
    return message(locale, 'cart.why_minimum_quantity', { count: reason.missing });
  }
  return message(locale, TOLD.get(reason.code) ?? 'cart.code_unknown');
}

const TOLD: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['sign_in_needed', 'cart.why_sign_in'],
  ['not_first_order', 'cart.why_first_order'],
  ['no_goods', 'cart.why_no_goods'],
  ['no_delivery', 'cart.why_no_delivery'],
  ['better_promotion', 'cart.why_better'],
  ['exclusive_promotion', 'cart.why_better'],
  ['other_code_used', 'cart.why_better'],
  ['nothing_left', 'cart.why_nothing_left'],
]);
