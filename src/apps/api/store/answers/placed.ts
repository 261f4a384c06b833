import type { CurrencyCode, Locale } from '../../../../kernel/index.ts';
import type { OrderDeps, Placed, PlacedNext, PlaceRefusal } from '../../../../modules/orders/index.ts';
import {
  type PaymentMethod,
  type ProviderName,
  readAllMethods,
  readMethods,
} from '../../../../modules/payments/index.ts';
import { type ApiRefusal, type Asked, sentFields } from '../../../../platform/api/index.ts';
import type { Db } from '../../../../platform/database/index.ts';
import type { Tell } from '../../deps.ts';
import type { payEndpoints } from '../contract/pay.ts';

export type PayDeps = {
  readonly orders: OrderDeps;
  /** Where a provider's news arrives. */
  readonly webhookUrl: (provider: ProviderName) => string;
  readonly tell?: Tell | undefined;
};

type PaymentAsked = Asked<typeof payEndpoints.payOrder>['body']['payment'];

/** What somebody said about paying, with where the provider's news arrives. */
export async function paymentAsked({ orders, webhookUrl }: PayDeps, payment: PaymentAsked) {
  const method = (await readAllMethods(orders.reads)).find(({ id }) => id === payment.methodId);
  // An unknown method is refused by name when it is to be used.
  const news = method === undefined ? '' : webhookUrl(method.provider);
  return { ...sentFields(payment), webhookUrl: news };
}

export function placedAnswer({ orderId, number, accessToken, state, next }: Placed) {
  return { orderId, number, accessToken, state, next: nextOf(next) };
}

/** The ways to pay this much, as a shopper chooses between them. */
export async function methodsAnswer(
  db: Db,
  {
    locale,
    ...about
  }: {
    readonly marketCode: string;
    readonly currency: CurrencyCode;
    readonly amountMinor: bigint;
    readonly locale: Locale;
  },
) {
  const items = (await readMethods(db, about)).map((method) => {
    const { id, provider, mode } = method;
    return { id, provider, mode, title: titleOf(method, locale) };
  });
  return { items };
}

function titleOf({ titles, provider }: PaymentMethod, locale: Locale): string {
  return titles.get(locale) ?? [...titles.values()][0] ?? provider;
}

function nextOf(next: PlacedNext) {
  switch (next.kind) {
    case 'redirect':
      return { kind: next.kind, provider: next.provider, url: next.url };
    case 'client':
      return { kind: next.kind, provider: next.provider, data: next.data };
    case 'instructions':
      return { kind: next.kind, provider: next.provider, lines: next.lines };
    default:
      return { kind: next.kind };
  }
}

/** What a refusal carries beside its name, as errors of fields: which goods are short, and how many there are. */
export function placeRefusal(refusal: PlaceRefusal): ApiRefusal<PlaceRefusal['code']> {
  const { code, message, field } = refusal;
  const plain = field === undefined ? { code, message } : { code, message, field };
  if (refusal.code !== 'out_of_stock') return plain;
  const errors = refusal.shortages.map(({ variantId, wanted, available }) => ({
    ...({ field: variantId, in: 'body', code: 'out_of_stock' } as const),
    message: `${wanted} are wanted, ${available} can be had`,
  }));
  return { ...plain, errors };
}
