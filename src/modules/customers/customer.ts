import type { Id, Locale, Refusal } from '../../kernel/index.ts';
import type { PostalAddress } from '../markets/index.ts';

export type CustomerId = Id<'customer'>;
export type AddressId = Id<'customer_address'>;

/** A person who buys. One without `emailProvenAt` has ordered as a guest: whoever typed the address may be another. */
export type Customer = {
  readonly id: CustomerId;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly locale: Locale;
  readonly segments: readonly string[];
  readonly tags: readonly string[];
  readonly isTaxExempt: boolean;
  readonly vatId: string;
  readonly acceptsMarketing: boolean;
  readonly emailProvenAt: Temporal.Instant | undefined;
  readonly createdAt: Temporal.Instant;
  /** Raised by every change. */
  readonly version: bigint;
};

export type SavedAddress = {
  readonly id: AddressId;
  readonly address: PostalAddress;
  readonly isDefaultShipping: boolean;
  readonly isDefaultBilling: boolean;
};

export type CustomersRefusal = Refusal<
  'missing' | 'too_long' | 'too_many' | 'invalid' | 'not_found' | 'email_taken' | 'changed_meanwhile'
>;
