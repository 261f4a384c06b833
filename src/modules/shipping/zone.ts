import type { Id, Refusal } from '../../kernel/index.ts';

export type ZoneId = Id<'shipping_zone'>;

/** Places that are delivered to at the same prices. A destination is in one zone: the most specific. */
export type Place = {
  /** ISO 3166-1 alpha-2; [] = the rest of the world. */
  readonly countries: readonly string[];
  /** `US-CA`: where given, the zone is these regions of the countries. */
  readonly regions: readonly string[];
  /** `27498`, `BT*` or `18500..18599`: where given, the zone is these postal codes of the countries. */
  readonly postalCodes: readonly string[];
};

export type Zone = Place & { readonly id: ZoneId; readonly name: string; readonly position: number };

export type Destination = {
  readonly country: string;
  readonly region?: string;
  readonly postalCode?: string;
};

export type ShippingRefusal = Refusal<
  | 'missing'
  | 'too_long'
  | 'too_many'
  | 'invalid'
  | 'unknown_country'
  | 'unknown_zone'
  | 'unknown_table'
  | 'code_taken'
  | 'not_found'
  | 'in_use'
>;
