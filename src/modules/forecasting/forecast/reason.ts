/** Why a forecast is what it is. `effect`: a share more (or less) than without; words are the screen's. */
export type Reason =
  | { readonly kind: 'month'; readonly month: number; readonly effect: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly effect: number }
  /** Public holidays in the week from that Monday on (ISO 8601), of all of the next quarter the one with most of them. */
  | { readonly kind: 'holiday'; readonly from: string; readonly effect: number }
  /** A promotion that is planned, or goes on: of its days. `text` is its name. */
  | { readonly kind: 'promotion'; readonly effect: number; readonly text: string }
  /** The price is (or is planned to be) `change` above what it was on average in the year behind. */
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
