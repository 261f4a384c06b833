/** A form on its way: what stands in its fields, and what is wrong with them, in the shopper's words. */
export type Typed = {
  readonly values: Readonly<Record<string, string>>;
  /** By field, in the order of the page. */
  readonly problems: ReadonlyMap<string, string>;
};

/** As typed and kept: some problems count at once, the others only when it is ordered. */
export type KeptTyped = Typed & {
  /** Fields that held a card number and were emptied. */
  readonly cards: readonly string[];
};
