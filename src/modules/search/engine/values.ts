import { NumberList } from './growable.ts';

/** A value that products have: `brand` `nordlicht`, `option.Color` `Blue`, `collection` and its id. */
type Value = {
  readonly facet: string;
  readonly value: string;
  /** What it is called, by locale; under `''` where that is not the value itself. */
  readonly names: Record<string, string>;
};

/** All values of all facets, numbered, each with the slots that have it (dead ones too, until a compaction). */
export class Values {
  readonly #numbers = new Map<string, number>();
  readonly #values: Value[] = [];
  readonly #slots: NumberList[] = [];
  readonly #facets: string[] = [];
  readonly #facetNumbers = new Map<string, number>();
  #facetOf = new NumberList();
  readonly #colors = new Map<string, string>();
  readonly #facetNames = new Map<string, string>();

  get size(): number {
    return this.#values.length;
  }

  get facets(): readonly string[] {
    return this.#facets;
  }

  /** The facet's number of every value. */
  get facetOf(): Uint32Array {
    return this.#facetOf.view();
  }

  add(facet: string, value: string): number {
    const key = `${facet}\u0000${value}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#numbers.set(key, number);
    this.#values.push({ facet, value, names: {} });
    this.#slots.push(new NumberList());
    this.#facetOf.push(this.#facetNumber(facet));
    return number;
  }

  numberOf(facet: string, value: string): number | undefined {
    return this.#numbers.get(`${facet}\u0000${value}`);
  }

  numbersOf(facet: string): number[] {
    const wanted = this.#facetNumbers.get(facet);
    const numbers: number[] = [];
    for (const [number, one] of this.facetOf.entries()) if (one === wanted) numbers.push(number);
    return numbers;
  }

  at(number: number): Value {
    return this.#values[number] ?? NO_VALUE;
  }

  nameOf(number: number, locale: string): string {
    const { names, value } = this.at(number);
    return names[locale] ?? names[''] ?? value;
  }

  setName(number: number, locale: string, name: string): void {
    this.at(number).names[locale] = name;
  }

  /** What a facet itself is called in a locale. */
  setFacetName(facet: string, locale: string, name: string): void {
    this.#facetNames.set(`${facet}\u0000${locale}`, name);
  }

  facetNameOf(facet: string, locale: string): string | undefined {
    return this.#facetNames.get(`${facet}\u0000${locale}`);
  }

  setColor(label: string, color: string): void {
    this.#colors.set(label.toLowerCase(), color);
  }

  colorOf(label: string): string | undefined {
    return this.#colors.get(label.toLowerCase());
  }

  addSlot(number: number, slot: number): void {
    this.#slots[number]?.push(slot);
  }

  /** In rising order. */
  slotsOf(number: number): Uint32Array {
    return this.#slots[number]?.view() ?? new Uint32Array(0);
  }

  /** The same values, with the same numbers, of no slot yet. */
  copyWithoutSlots(): Values {
    return Values.restore(this.describe());
  }

  describe(): ValuesDescription {
    return { values: this.#values, colors: [...this.#colors], facetNames: [...this.#facetNames] };
  }

  static restore(description: ValuesDescription): Values {
    const restored = new Values();
    for (const { facet, value, names } of description.values) {
      const number = restored.add(facet, value);
      for (const [locale, name] of Object.entries(names)) restored.setName(number, locale, name);
    }
    for (const [label, color] of description.colors) restored.setColor(label, color);
    for (const [key, name] of description.facetNames) restored.#facetNames.set(key, name);
    return restored;
  }

  #facetNumber(facet: string): number {
    const known = this.#facetNumbers.get(facet);
    if (known !== undefined) return known;
    this.#facetNumbers.set(facet, this.#facets.length);
    return this.#facets.push(facet) - 1;
  }
}

export type ValuesDescription = {
  readonly values: readonly Value[];
  readonly colors: readonly (readonly [string, string])[];
  readonly facetNames: readonly (readonly [string, string])[];
};

const NO_VALUE: Value = { facet: '', value: '', names: {} };
