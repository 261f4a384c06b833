import type { Id, Locale } from '../../kernel/index.ts';
import type { VariantId } from '../catalog/index.ts';

export type WaitId = Id<'wait'>;

/** Somebody who wants to know when a variant can be bought again. */
export type Wait = {
  readonly id: WaitId;
  readonly variantId: VariantId;
  readonly email: string;
  readonly customerId: string | undefined;
  /** Of the page on which they asked: the mail is in its language and leads back to it. */
  readonly market: string;
  readonly locale: Locale;
  readonly leaveKey: string;
};

export const WAITLIST_LIMITS = {
  /** Variants that one address waits for. */
  ofAddress: 100,
  /** Addresses that wait for one variant. */
  ofVariant: 20_000,
  /** An address is kept no longer, told or not. */
  days: 180,
  /** So long who was told may come and buy, before the next is told of the same piece. */
  turnHours: 12,
  /** People told in one transaction. */
  atOnce: 100,
} as const;
