import type { SearchDocument } from '../document.ts';
import { grown, NumberList } from './growable.ts';
import { titleKeys } from './title-order.ts';

/** What filters and orders ask of every candidate, by slot, one typed array a fact. */
export class Columns {
  count = 0;
  /** Visible from and until, in milliseconds; a dead slot is never visible. */
  from: Float64Array = new Float64Array(0);
  until: Float64Array = new Float64Array(0);
  alive: Uint8Array = new Uint8Array(0);
  /** Publication, else creation, in milliseconds. */
  newest: Float64Array = new Float64Array(0);
  sales: Float64Array = new Float64Array(0);
  isBuyable: Uint8Array = new Uint8Array(0);
  /** What stock and sales multiply a product's relevance with. */
  merit: Float64Array = new Float64Array(0);
  /** The product's id as four big-endian words. */
  ids: Uint32Array = new Uint32Array(0);
  /** Where a slot's facet values end in `values`. */
  valueEnds: Uint32Array = new Uint32Array(0);
  values = new NumberList();
  /** Where a slot's collections end in `places`, which has three numbers for each: value, position, kind and place. */
  placeEnds: Uint32Array = new Uint32Array(0);
  places = new NumberList();
  /** By currency; NaN where a product has no price. */
  readonly prices = new Map<string, PriceColumn>();
  /** By locale: two numbers a slot that order like the first letters of the title. */
  readonly titles = new Map<string, Float64Array>();

  constructor(locales: readonly string[]) {
    for (const locale of locales) this.titles.set(locale, new Float64Array(0));
  }

  /** Adds a slot with the document's own facts; its values and places are added after. */
  add(document: SearchDocument): number {
    const slot = this.#newSlot();
    this.from[slot] = document.window.fromMs ?? Number.NEGATIVE_INFINITY;
    this.until[slot] = document.window.untilMs ?? Number.POSITIVE_INFINITY;
    this.newest[slot] = document.publishedAtMs ?? document.createdAtMs;
    this.sales[slot] = document.sales30d;
    this.isBuyable[slot] = document.isBuyable ? 1 : 0;
    this.merit[slot] = meritOf(document.isBuyable, document.sales30d);
    this.ids.set(idWords(document.productId), slot * 4);
    for (const [currency, { minMinor, maxMinor }] of Object.entries(document.prices))
      this.#setPrice(currency, slot, Number(minMinor), Number(maxMinor));
    const fallback = document.texts[[...this.titles.keys()][0] ?? '']?.title ?? '';
    for (const [locale, keys] of this.titles)
      keys.set(titleKeys(document.texts[locale]?.title ?? fallback), slot * 2);
    return slot;
  }

  /** Adds a slot that is as one of `other`'s, values and places included. */
  addFrom(other: Columns, from: number): number {
    const slot = this.#newSlot();
    this.from[slot] = other.from[from] ?? 0;
    this.until[slot] = other.until[from] ?? 0;
    this.newest[slot] = other.newest[from] ?? 0;
    this.sales[slot] = other.sales[from] ?? 0;
    this.isBuyable[slot] = other.isBuyable[from] ?? 0;
    this.merit[slot] = other.merit[from] ?? 1;
    this.ids.set(other.ids.subarray(from * 4, from * 4 + 4), slot * 4);
    for (const [currency, { min, max }] of other.prices)
      if (!Number.isNaN(min[from] ?? Number.NaN))
        this.#setPrice(currency, slot, min[from] ?? 0, max[from] ?? 0);
    for (const [locale, keys] of this.titles)
      keys.set(other.titles.get(locale)?.subarray(from * 2, from * 2 + 2) ?? [], slot * 2);
    for (const value of other.valuesOf(from)) this.values.push(value);
    for (const number of other.placesOf(from)) this.places.push(number);
    this.endSlot(slot);
    return slot;
  }

  /** Says that all values and places of the newest slot are in. */
  endSlot(slot: number): void {
    this.valueEnds[slot] = this.values.length;
    this.placeEnds[slot] = this.places.length;
  }

  kill(slot: number): void {
    this.alive[slot] = 0;
    this.from[slot] = Number.POSITIVE_INFINITY;
  }

  valuesOf(slot: number): Uint32Array {
    const start = slot === 0 ? 0 : (this.valueEnds[slot - 1] ?? 0);
    return this.values.view().subarray(start, this.valueEnds[slot] ?? 0);
  }

  placesOf(slot: number): Uint32Array {
    const start = slot === 0 ? 0 : (this.placeEnds[slot - 1] ?? 0);
    return this.places.view().subarray(start, this.placeEnds[slot] ?? 0);
  }

  productId(slot: number): string {
    let hex = '';
    for (let word = 0; word < 4; word++)
      hex += (this.ids[slot * 4 + word] ?? 0).toString(16).padStart(8, '0');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  hasId(slot: number, words: Uint32Array): boolean {
    for (let word = 0; word < 4; word++) if (this.ids[slot * 4 + word] !== words[word]) return false;
    return true;
  }

  /** Room for as many slots at once. */
  reserve(slots: number): void {
    this.from = grown(this.from, slots);
    this.until = grown(this.until, slots);
    this.alive = grown(this.alive, slots);
    this.newest = grown(this.newest, slots);
    this.sales = grown(this.sales, slots);
    this.isBuyable = grown(this.isBuyable, slots);
    this.merit = grown(this.merit, slots);
    this.ids = grown(this.ids, slots * 4);
    this.valueEnds = grown(this.valueEnds, slots);
    this.placeEnds = grown(this.placeEnds, slots);
    for (const [locale, keys] of this.titles) this.titles.set(locale, grown(keys, slots * 2));
    for (const [currency, column] of this.prices) this.prices.set(currency, grownPrices(column, slots));
  }

  #newSlot(): number {
    const slot = this.count++;
    if (slot >= this.alive.length) this.reserve(Math.max(64, Math.ceil(slot * 1.5)));
    this.alive[slot] = 1;
    return slot;
  }

  #setPrice(currency: string, slot: number, min: number, max: number): void {
    let column = this.prices.get(currency);
    if (column === undefined) {
      column = grownPrices({ min: new Float64Array(0), max: new Float64Array(0) }, this.alive.length);
      this.prices.set(currency, column);
    }
    column.min[slot] = min;
    column.max[slot] = max;
  }
}

/** Of a product's relevance when it is sold out, and more for each tenfold of units sold in 30 days. */
const SOLD_OUT_FACTOR = 0.8;
const SALES_FACTOR = 0.05;

function meritOf(isBuyable: boolean, sales: number): number {
  return (isBuyable ? 1 : SOLD_OUT_FACTOR) * (1 + SALES_FACTOR * Math.log10(1 + sales));
}

/** Least and greatest price of each slot's variants, in minor units. */
export type PriceColumn = { readonly min: Float64Array; readonly max: Float64Array };

function grownPrices({ min, max }: PriceColumn, slots: number): PriceColumn {
  const larger = { min: grown(min, slots), max: grown(max, slots) };
  larger.min.fill(Number.NaN, min.length);
  larger.max.fill(Number.NaN, max.length);
  return larger;
}

/** A UUID's 128 bits. */
export function idWords(id: string): Uint32Array {
  const hex = id.replaceAll('-', '');
  return Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(hex.slice(at, at + 8), 16));
}
