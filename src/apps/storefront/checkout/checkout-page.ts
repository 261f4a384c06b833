import type { PricedCart } from '../../../modules/carts/index.ts';
import { orderButton } from '../../../modules/orders/index.ts';
import type { PaymentMethod } from '../../../modules/payments/index.ts';
import type { CartTyped } from '../cart/cart-page.ts';
import { codeForm, giftCardForm } from '../cart/code-models.ts';
import { lineModels } from '../cart/line-models.ts';
import { pieceCount } from '../cart/open-cart.ts';
import { cartTotals } from '../cart/totals.ts';
import { sellsInUnion } from '../consumer-law.ts';
import { message } from '../messages/index.ts';
import type { CheckoutPage, Link, StatusNote, TextField } from '../model/index.ts';
import { moneyText } from '../money-text.ts';
import type { Site } from '../site.ts';
import { addressForm } from './address-form.ts';
import { deliveryStep } from './delivery-choices.ts';
import { paymentStep } from './payment-choices.ts';
import { knownAddress, type Shopper, savedChoices } from './shopper.ts';
import type { Typed } from './typed.ts';

export type CheckoutFacts = {
  readonly priced: PricedCart;
  readonly offered: readonly PaymentMethod[];
  readonly shopper: Shopper | undefined;
  readonly typed: Typed;
  readonly codesTyped: CartTyped;
  readonly status: StatusNote | undefined;
  readonly site: Site;
};

/** The whole checkout as one form, from the cart, what was typed, and what is known of the shopper. */
export function checkoutPage(facts: CheckoutFacts): CheckoutPage {
  const { priced, offered, shopper, typed, site, status } = facts;
  const { values, problems } = typed;
  const { locale } = site;
  const say = (key: Parameters<typeof message>[1]) => message(locale, key);
  const countries = site.market.countries;
  const lines = lineModels(priced, site);
  return {
    kind: 'checkout',
    status,
    problems: [...problems].map(([field, text]) => ({ text, href: `#${field}` })),
    action: site.to('/checkout'),
    account:
      shopper === undefined
        ? { signIn: `${site.to('/account/sign-in')}?next=checkout` }
        : { email: shopper.email },
    contact: { email: emailField(typed, site), marketing: marketingField(facts) },
    isDelivered: isDelivered(priced),
    shipping: {
      form: addressForm({ name: 'shipping', typed, site, countries }),
      known: shopper && knownAddress(shopper, typed, site),
      saved: shopper ? savedChoices(shopper, typed, site) : [],
    },
    delivery: deliveryStep(priced, typed, site),
    billing: {
      form: addressForm({ name: 'billing', typed, site, countries: [] }),
      isSame: values['billing'] !== 'other',
    },
    payment: paymentStep(priced, offered, typed, site),
    codes: codeForm(priced, site, facts.codesTyped.code),
    giftCards: giftCardForm(priced, site, facts.codesTyped.giftCard),
    storeCredit: storeCreditField(facts),
    note: area('note', say('checkout.note'), typed, 2_000),
    giftMessage: area('gift_message', say('checkout.gift_message'), typed, 500),
    summary: { lines, totals: cartTotals(priced, site), itemCount: pieceCount(priced.lines) },
    terms: {
      name: 'terms',
      label: say('checkout.terms'),
      isChecked: values['terms'] === site.legal.terms.version,
      problem: problems.get('terms'),
      version: site.legal.terms.version,
      links: legalLinks(site),
    },
    lawNotes: sellsInUnion(site.market) ? [say('checkout.law_withdrawal')] : [],
    hasLegalGuarantee: isDelivered(priced) && sellsInUnion(site.market),
    orderButton: orderButton(locale, site.market),
    expectedTotal: String(priced.quote.totals.totalMinor),
  };
}

export function isDelivered({ lines }: PricedCart): boolean {
  return lines.some(({ requiresShipping }) => requiresShipping);
}

function emailField({ values, problems }: Typed, { locale }: Site): TextField {
  return {
    kind: 'text',
    name: 'email',
    label: message(locale, 'checkout.email'),
    value: values['email'] ?? '',
    type: 'email',
    autocomplete: 'email',
    isRequired: true,
    maxLength: 254,
    hint: message(locale, 'checkout.email_hint'),
    problem: problems.get('email'),
  };
}

/** Never ticked for the shopper (Court of Justice, C-673/17). */
function marketingField({ typed, site }: CheckoutFacts) {
  return {
    name: 'marketing',
    label: message(site.locale, 'checkout.marketing'),
    isChecked: typed.values['marketing'] === 'yes',
  };
}

function storeCreditField({ priced, typed, shopper, site }: CheckoutFacts) {
  const creditMinor = shopper?.storeCreditMinor ?? 0n;
  if (creditMinor <= 0n) return undefined;
  const amount = moneyText(creditMinor, priced.cart.currency, site.locale).text;
  return {
    name: 'store_credit',
    label: message(site.locale, 'checkout.store_credit', { amount }),
    isChecked: typed.values['store_credit'] === 'yes',
  };
}

function area(name: string, label: string, { values, problems }: Typed, maxLength: number) {
  return {
    kind: 'area',
    name,
    label,
    value: values[name] ?? '',
    maxLength,
    problem: problems.get(name),
  } as const;
}

function legalLinks({ legal, locale, to }: Site): readonly Link[] {
  const version = legal.terms.date.toLocaleString(locale, { dateStyle: 'long' });
  const terms = legal.terms.handle && {
    title: message(locale, 'checkout.terms_link', { version }),
    href: to(`/pages/${legal.terms.handle}`),
  };
  const privacy = legal.privacy && {
    title: message(locale, 'checkout.privacy_link'),
    href: to(`/pages/${legal.privacy}`),
  };
  const withdrawal = legal.withdrawal && {
    title: message(locale, 'checkout.withdrawal_link'),
    href: to(`/pages/${legal.withdrawal}`),
  };
  return [terms, privacy, withdrawal].filter((each) => typeof each === 'object');
}
