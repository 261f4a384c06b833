import type { CurrencyCode, Id, Refusal } from '../../kernel/index.ts';

export type GiftCardId = Id<'gift_card'>;

/** A gift card as the shop knows it: its code and PIN are kept as hashes only. */
export type GiftCard = {
  readonly id: GiftCardId;
  readonly last4: string;
  readonly currency: CurrencyCode;
  readonly balanceMinor: bigint;
  readonly expiresAt: Temporal.Instant | undefined;
};

/** Told once, when the card is issued. */
export type IssuedGiftCard = {
  readonly id: GiftCardId;
  /** Sixteen random characters in groups of four. */
  readonly code: string;
  readonly pin: string;
  readonly last4: string;
};

/** What pays: a gift card (of this currency, where one is given), or a customer's store credit. */
export type CreditSource =
  | { readonly giftCardId: GiftCardId; readonly currency?: CurrencyCode }
  | { readonly customerId: Id<'customer'>; readonly currency: CurrencyCode };

export type GiftCardRefusal = Refusal<'unknown_gift_card'>;
export type RedeemRefusal = Refusal<'insufficient_balance'>;
