/** Why a forecast is what it is. `effect`: a share more (or less) than without; words are the screen's. */
export type Reason =
  | { readonly kind: 'month'; readonly month: number; readonly effect: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly effect: number }
  /** The price is `change` above what it was on average in the year behind. */
  | { readonly kind: 'price'; readonly change: number; readonly effect: number }
  /** Of the next quarter against the one behind, seasons left out. */
  | { readonly kind: 'trend'; readonly effect: number }
  /** So much of it is what similar products sell. */
  | { readonly kind: 'analogy'; readonly effect: number; readonly like: number }
  /** Days of the year behind without stock, which were left out. */
  | { readonly kind: 'out_of_stock'; readonly days: number; readonly effect: number }
  /** Fitting it to its category and the shop. */
  | { readonly kind: 'category'; readonly effect: number }
  | { readonly kind: 'adjustment'; readonly effect: number; readonly text: string };

export type ReasonKind = Reason['kind'];
