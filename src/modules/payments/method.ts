import type { CurrencyCode, Id, Locale } from '../../kernel/index.ts';
import type { PaymentMode, ProviderName } from './provider.ts';

export type PaymentMethodId = Id<'payment_method'>;

/** A way to pay as the shop offers it. */
export type PaymentMethod = {
  readonly id: PaymentMethodId;
  readonly provider: ProviderName;
  readonly mode: PaymentMode;
  /** Taken when it is authorised, or by hand, when the goods go out. */
  readonly isCapturedAtOnce: boolean;
  /** None: offered in every market. */
  readonly marketCodes: readonly string[];
  /** At least one; which is shown follows the shopper's language. */
  readonly titles: ReadonlyMap<Locale, string>;
  /** Least and largest order; a currency that is not named has no limits. */
  readonly limits: ReadonlyMap<CurrencyCode, AmountLimits>;
  readonly position: number;
  readonly isActive: boolean;
};

export type AmountLimits = { readonly minMinor?: bigint; readonly maxMinor?: bigint };
