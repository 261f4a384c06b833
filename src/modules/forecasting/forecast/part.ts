/** What of a variant's demand is a place's (a location's id) or a channel's (an origin; '' is this shop). */
export type PartKind = 'place' | 'channel';

/** A part that had enough to be forecast by its own weeks, with all others of its kind. */
export type OwnPart = {
  readonly kind: PartKind;
  readonly id: string;
  /** Of the variant's pieces of each week; those of a kind come to 1. */
  readonly shares: Float64Array;
  /** What its own weeks alone say. */
  readonly means: Float64Array;
  /** Of the sums of its first so many weeks, around its own means. */
  readonly variances: Float64Array;
};
