import type { PostalAddress } from '../markets/index.ts';
import { formatAddress } from '../markets/index.ts';

/** A parcel that needs a label. */
export type LabelRequest = {
  /** Ours, printed on it: the order's number and which of how many parcels. */
  readonly reference: string;
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly carrier: string | undefined;
  readonly service: string | undefined;
  readonly weightGrams: number;
};

export type Label = {
  /** The carrier's number; undefined for a plain label, which nobody follows. */
  readonly trackingNumber: string | undefined;
  readonly content:
    | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
    | { readonly kind: 'plain'; readonly label: PlainLabel };
};

/** What is printed on a label without a carrier's barcode: for the shop's printer, drawn elsewhere. */
export type PlainLabel = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly service: string;
  readonly reference: string;
  /** `1.25 kg` */
  readonly weight: string;
};

/** Buys and cancels labels with a carrier. Failures of the outside world throw and are retried by the caller's job. */
export type LabelProvider = {
  readonly name: string;
  readonly createLabel: (request: LabelRequest, idempotencyKey: string) => Promise<Label>;
  /** Gives back what was not used; `false` when it is too late. */
  readonly cancelLabel: (trackingNumber: string) => Promise<boolean>;
};

/** The provider that is always there: an address label, bought from nobody. */
export const PLAIN_LABELS: LabelProvider = {
  name: 'plain',
  createLabel: async (request) => ({
    trackingNumber: undefined,
    content: { kind: 'plain', label: plainLabel(request) },
  }),
  cancelLabel: async () => true,
};

/**
 * @example
 * plainLabel({ reference: '1042-1', weightGrams: 1_250, … }).weight // '1.25 kg'
 */
export function plainLabel(request: LabelRequest): PlainLabel {
  const { from, to, carrier = '', service = '', reference, weightGrams } = request;
  return {
    from: formatAddress(from, { homeCountry: from.country }),
    to: formatAddress(to, { homeCountry: from.country }),
    service: `${carrier} ${service}`.trim(),
    reference,
    weight: `${(weightGrams / 1_000).toFixed(2)} kg`,
  };
}
