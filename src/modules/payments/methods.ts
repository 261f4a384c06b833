import { sql } from 'kysely';
import {
  type CurrencyCode,
  currencyOf,
  localeOf,
  ok,
  type Refusal,
  type Result,
  refuse,
} from '../../kernel/index.ts';
import type { Db, Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/id.ts';
import { canCharge } from './amounts/can-charge.ts';
import type { AmountLimits, PaymentMethod, PaymentMethodId } from './method.ts';
import type { PaymentMode, ProviderName } from './provider.ts';
import { toJson } from './store/values.ts';

export type MethodRefusal = Refusal<'invalid' | 'not_found'>;

/** What is to be paid, and where. */
export type Due = {
  readonly marketCode: string;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
};

/** The ways to pay this amount in this market, in the manager's order. */
export async function readMethods(db: Db, due: Due): Promise<PaymentMethod[]> {
  return methodsFor(await readAllMethods(db), due);
}

/**
 * Those of all methods that can pay it. A method whose provider cannot take exactly this amount (Stripe takes no single
 * fils, PayPal no fraction of a forint) is not among them.
 */
export function methodsFor(methods: readonly PaymentMethod[], due: Due): PaymentMethod[] {
  return methods.filter((method) => methodVerdict(method, due) === 'offered');
}

/** Whether a method is offered for what is due, or the first reason why not. */
export type MethodVerdict =
  | 'offered'
  | 'off'
  | 'other_market'
  | 'too_little'
  | 'too_much'
  | 'unsupported_amount';

export function methodVerdict(
  { isActive, marketCodes, limits, provider }: PaymentMethod,
  { marketCode, currency, amountMinor }: Due,
): MethodVerdict {
  if (!isActive) return 'off';
  if (marketCodes.length > 0 && !marketCodes.includes(marketCode)) return 'other_market';
  const { minMinor = 0n, maxMinor = amountMinor } = limits.get(currency) ?? {};
  if (amountMinor < minMinor) return 'too_little';
  if (amountMinor > maxMinor) return 'too_much';
  return canCharge(provider, amountMinor, currency) ? 'offered' : 'unsupported_amount';
}

/** Every method, active or not, in the manager's order. */
export async function readAllMethods(db: Db): Promise<PaymentMethod[]> {
  const { rows } = await sql<MethodRow>`
    select ${COLUMNS} from payments.method order by position, id`.execute(db);
  return rows.map(methodOf);
}

/** Makes a method, or changes the one with `id`. Payments that were begun keep the provider they were begun with. */
export async function saveMethod(
  tx: Tx,
  input: Omit<PaymentMethod, 'id'> & { readonly id?: PaymentMethodId },
): Promise<Result<PaymentMethod, MethodRefusal>> {
  const problem = problemOf(input);
  if (problem !== undefined) return problem;
  const id = input.id ?? newId<'payment_method'>();
  const titles = JSON.stringify(Object.fromEntries(input.titles));
  const { rows } = await sql<MethodRow>`
    insert into payments.method as method (id, provider, mode, is_captured_at_once, market_codes, titles, limits,
      position, is_active)
    values (${id}, ${input.provider}, ${input.mode}, ${input.isCapturedAtOnce}, ${[...input.marketCodes]}::text[],
      ${titles}::jsonb, ${toJson(Object.fromEntries(input.limits))}::jsonb, ${input.position}, ${input.isActive})
    on conflict (id) do update set mode = excluded.mode, is_captured_at_once = excluded.is_captured_at_once,
      market_codes = excluded.market_codes, titles = excluded.titles, limits = excluded.limits,
      position = excluded.position, is_active = excluded.is_active
    where method.provider = excluded.provider
    returning ${COLUMNS}`.execute(tx);
  const [saved] = rows.map(methodOf);
  return saved === undefined
    ? refuse('invalid', 'a method keeps its provider: make another one', 'provider')
    : ok(saved);
}

const BY_HAND: ReadonlySet<ProviderName> = new Set(['bank_transfer', 'cash_on_delivery']);
const ON_ITS_PAGE: ReadonlySet<ProviderName> = new Set(['paypal']);

function problemOf(input: Omit<PaymentMethod, 'id'>) {
  const titles = [...input.titles.values()];
  if (titles.length === 0 || titles.some((title) => title.trim() === '' || title.length > 100)) {
    return refuse(
      'invalid',
      'a method has a title of 1 to 100 characters in at least one language',
      'titles',
    );
  }
  const isElsewhere = ON_ITS_PAGE.has(input.provider) && input.mode !== 'redirect';
  if (isElsewhere || BY_HAND.has(input.provider) !== (input.mode === 'by_hand')) {
    return refuse('invalid', `${input.provider} cannot be paid ${input.mode}`, 'mode');
  }
  for (const [currency, { minMinor, maxMinor }] of input.limits) {
    const isWrong = (minMinor ?? 0n) < 0n || (maxMinor !== undefined && maxMinor < (minMinor ?? 1n));
    if (isWrong) return refuse('invalid', 'the most is not below the least', `limits.${currency}`);
  }
  return undefined;
}

const COLUMNS = sql`id, provider, mode, is_captured_at_once, market_codes, titles, limits, position, is_active`;

type MethodRow = {
  id: PaymentMethodId;
  provider: ProviderName;
  mode: PaymentMode;
  is_captured_at_once: boolean;
  market_codes: string[];
  titles: Readonly<Record<string, string>>;
  limits: Readonly<Record<string, { readonly minMinor?: string; readonly maxMinor?: string }>>;
  position: number;
  is_active: boolean;
};

function methodOf(row: MethodRow): PaymentMethod {
  const { id, provider, mode, position } = row;
  return {
    ...{ id, provider, mode, position, isActive: row.is_active },
    isCapturedAtOnce: row.is_captured_at_once,
    marketCodes: row.market_codes,
    titles: new Map(Object.entries(row.titles).map(([locale, title]) => [localeOf(locale), title])),
    limits: new Map(
      Object.entries(row.limits).map(([currency, limits]) => [currencyOf(currency), limitsOf(limits)]),
    ),
  };
}

function limitsOf({ minMinor, maxMinor }: MethodRow['limits'][string]): AmountLimits {
  return {
    ...(minMinor === undefined ? {} : { minMinor: BigInt(minMinor) }),
    ...(maxMinor === undefined ? {} : { maxMinor: BigInt(maxMinor) }),
  };
}
