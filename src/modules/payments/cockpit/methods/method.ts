import type { Asking } from '../../../../platform/cockpit/api/index.ts';
import { moneyOf, writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { type Method, type Provider, paymentWords } from '../words.ts';

export type MethodBody = Asking<'createPaymentMethod'>['body'];
export type Mode = Method['mode'];

/** How a provider can be paid. */
export const MODES: Readonly<Record<Provider, readonly Mode[]>> = {
  ...{ stripe: ['in_page', 'redirect'], worldpay: ['in_page', 'redirect'], test: ['in_page', 'redirect'] },
  ...{ paypal: ['redirect'], bank_transfer: ['by_hand'], cash_on_delivery: ['by_hand'] },
};

/** As the person reads it: in their language, else in English, else in any. */
export function titleOf({ titles, provider }: Pick<Method, 'titles' | 'provider'>): string {
  const { language } = writtenIn();
  const titleIn = (wanted: string) => titles.find(({ locale }) => locale.split('-')[0] === wanted);
  return (titleIn(language) ?? titleIn('en') ?? titles[0])?.title ?? provider;
}

export function bodyOf({ id: _, titles, limits, marketCodes, ...rest }: Method): MethodBody {
  return {
    ...rest,
    ...{ marketCodes: [...marketCodes], titles: [...titles] },
    limits: limits.map(({ currency, min, max }) => ({
      currency,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    })),
  };
}

/** `€5.00 to €500.00`, of each currency that has limits. */
export function limitsText({ limits }: Pick<Method, 'limits'>): string {
  const t = paymentWords();
  return limits
    .map(({ min, max }) => {
      if (min !== undefined && max !== undefined) return t.between(moneyOf(min), moneyOf(max));
      if (min !== undefined) return t.from(moneyOf(min));
      return max === undefined ? '' : t.upTo(moneyOf(max));
    })
    .filter(Boolean)
    .join(', ');
}

/** A method as its form has it: amounts as they are typed. */
export type MethodDraft = {
  readonly provider: Provider;
  readonly mode: Mode;
  readonly isCapturedAtOnce: boolean;
  readonly isActive: boolean;
  readonly position: number;
  /** None: everywhere. */
  readonly marketCodes: readonly string[];
  readonly titles: Readonly<Record<string, string>>;
  readonly limits: Readonly<Record<string, { readonly min: string; readonly max: string }>>;
};

export function draftOf(method: Method): MethodDraft {
  const { titles, limits, id: _, ...rest } = method;
  return {
    ...rest,
    titles: Object.fromEntries(titles.map(({ locale, title }) => [locale, title])),
    limits: Object.fromEntries(
      limits.map(({ currency, min, max }) => [currency, { min: min?.amount ?? '', max: max?.amount ?? '' }]),
    ),
  };
}

export function newDraft(position: number): MethodDraft {
  const choices = { provider: 'stripe', mode: 'in_page', isCapturedAtOnce: true, isActive: true } as const;
  return { ...choices, position, marketCodes: [], titles: {}, limits: {} };
}

/** What the form sends; what is empty is left out. */
export function sentMethod(draft: MethodDraft): MethodBody {
  const { titles, limits, marketCodes, ...rest } = draft;
  return {
    ...{ ...rest, marketCodes: [...marketCodes] },
    titles: Object.entries(titles)
      .filter(([, title]) => title.trim() !== '')
      .map(([locale, title]) => ({ locale, title: title.trim() })),
    limits: Object.entries(limits)
      .filter(([, { min, max }]) => min !== '' || max !== '')
      .map(([currency, { min, max }]) => ({
        currency,
        ...(min === '' ? {} : { min: { amount: min, currency } }),
        ...(max === '' ? {} : { max: { amount: max, currency } }),
      })),
  };
}
