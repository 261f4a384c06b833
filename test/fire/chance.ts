/** Numbers drawn from a seed: the same seed draws the same on every machine. */
export type Chance = {
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** One of them; `undefined` where there is none. */
  readonly anyOf: <Item>(items: readonly Item[]) => Item | undefined;
};

/** Mulberry32 (Tommy Ettinger, 2017). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    oneOf: (items) => items[whole(0, items.length - 1)] ?? items[0],
    anyOf: (items) => items[whole(0, items.length - 1)],
  };
}
