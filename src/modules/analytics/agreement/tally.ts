type Text = string | { readonly toString: () => string } | undefined;

/** Sums by what they are of and by name, in the order of the former. */
export class Tally<Of extends Readonly<Record<string, Text>>, Name extends string> {
  readonly #rows = new Map<string, { readonly of: Of; readonly sums: Map<Name, bigint> }>();

  add(of: Of, name: Name, amountMinor: bigint): void {
    const key = JSON.stringify(Object.entries(of).map(([part, value]) => [part, String(value ?? '')]));
    const row = this.#rows.get(key) ?? { of, sums: new Map<Name, bigint>() };
    row.sums.set(name, (row.sums.get(name) ?? 0n) + amountMinor);
    this.#rows.set(key, row);
  }

  /** Each with its sums by name; what was never added is zero. */
  rows(): readonly { readonly of: Of; readonly sum: (name: Name) => bigint }[] {
    return [...this.#rows]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { of, sums }]) => ({ of, sum: (name) => sums.get(name) ?? 0n }));
  }
}
