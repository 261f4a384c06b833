import {
  type CurrencyCode,
  type Locale,
  ok,
  parseLocale,
  type Refusal,
  type Result,
  refuse,
} from '../../../../kernel/index.ts';
import {
  type AmountLimits,
  type PaymentMethod,
  readAllMethods,
  saveMethod,
} from '../../../../modules/payments/index.ts';
import type { Asked, Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { pageOfAll } from '../../page.ts';
import { amountsIn } from '../../store/answers/cart.ts';
import type { paymentMethodEndpoints } from '../contract/payment-methods.ts';
import type { AdminDeps } from '../deps.ts';

export function paymentMethodHandlers({ db, reads }: AdminDeps): Handlers<typeof paymentMethodEndpoints> {
  return {
    listPaymentMethods: async ({ query }) =>
      pageOfAll('payment_methods', query, await readAllMethods(reads), {
        keyOf: ({ id }) => id,
        itemOf: methodAnswer,
      }),
    createPaymentMethod: async ({ body, tx }) => {
      const draft = draftOf(body);
      const saved = draft.ok ? await saveMethod(tx, draft.value) : draft;
      return saved.ok ? ok(methodAnswer(saved.value)) : saved;
    },
    changePaymentMethod: async ({ params: { id }, body }) => {
      const draft = draftOf(body);
      if (!draft.ok) return draft;
      const saved = await transactOrRefuse(db, async (tx) => {
        const isKnown = (await readAllMethods(tx)).some((method) => method.id === id);
        return isKnown ? saveMethod(tx, { ...draft.value, id }) : refuse('not_found', 'no such method', 'id');
      });
      return saved.ok ? ok(methodAnswer(saved.value)) : saved;
    },
  };
}

type Body = Asked<typeof paymentMethodEndpoints.createPaymentMethod>['body'];
type Draft = Omit<PaymentMethod, 'id'>;

function draftOf(body: Body): Result<Draft, Refusal<'unknown_locale' | 'other_currency'>> {
  const titles = new Map<Locale, string>();
  for (const [index, { locale, title }] of body.titles.entries()) {
    const known = parseLocale(locale);
    if (known === undefined) {
      return refuse('unknown_locale', `"${locale}" is no BCP 47 language tag`, `titles[${index}].locale`);
    }
    titles.set(known, title);
  }
  const limits = new Map<CurrencyCode, AmountLimits>();
  for (const [index, { currency, min, max }] of body.limits.entries()) {
    if ([min, max].some((amount) => amount !== undefined && amount.currency !== currency)) {
      return refuse('other_currency', `limits of ${currency} are in ${currency}`, `limits[${index}]`);
    }
    limits.set(currency, {
      ...(min === undefined ? {} : { minMinor: min.minor }),
      ...(max === undefined ? {} : { maxMinor: max.minor }),
    });
  }
  return ok({ ...body, titles, limits });
}

function methodAnswer({ titles, limits, ...rest }: PaymentMethod) {
  return {
    ...rest,
    titles: [...titles].map(([locale, title]) => ({ locale, title })),
    limits: [...limits].map(([currency, { minMinor, maxMinor }]) => {
      const amount = amountsIn(currency);
      const min = minMinor === undefined ? {} : { min: amount(minMinor) };
      return { currency, ...min, ...(maxMinor === undefined ? {} : { max: amount(maxMinor) }) };
    }),
  };
}
