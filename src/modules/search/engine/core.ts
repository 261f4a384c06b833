import type { SearchDocument } from '../document.ts';
import { Cards } from './cards.ts';
import { Columns, idWords } from './columns.ts';
import { facetValues } from './facet-values.ts';
import { HashTable } from './hash-table.ts';
import { LocaleText } from './locale-text.ts';
import { normalizeCode } from './text/tokens.ts';
import { Values } from './values.ts';

/**
 * The index's data. A document gets a slot, a number one higher than the last; a changed document gets a new slot and
 * its old one dies. Dead slots stay in the lists, unseen, until a compaction writes them anew.
 */
export class Core {
  readonly locales: readonly string[];
  readonly texts: ReadonlyMap<string, LocaleText>;
  readonly columns: Columns;
  readonly values: Values;
  readonly cards: Cards;
  /** Slots by product id, and by SKU or barcode. */
  readonly byId: HashTable;
  readonly byCode: HashTable;
  aliveCount = 0;
  /** Slots below this have their text in frozen postings. */
  frozenSlots = 0;

  /** `locales`: the first is that which a document without the asked one is read in. */
  constructor(locales: readonly string[], parts: Partial<CoreParts> = {}) {
    this.locales = locales;
    this.texts = parts.texts ?? new Map(locales.map((locale) => [locale, new LocaleText(locale)]));
    this.columns = parts.columns ?? new Columns(locales);
    this.values = parts.values ?? new Values();
    this.cards = parts.cards ?? new Cards();
    this.byId = parts.byId ?? new HashTable();
    this.byCode = parts.byCode ?? new HashTable();
  }

  /** Puts a document in, in place of what was there of its product. */
  put(document: SearchDocument): void {
    this.remove(document.productId);
    const fallback = document.texts[this.locales[0] ?? ''] ?? Object.values(document.texts)[0];
    if (fallback === undefined) throw new RangeError(`the document of ${document.productId} has no text`);
    const slot = this.columns.add(document);
    this.#addValues(slot, document);
    for (const [locale, text] of this.texts) text.add(slot, document.texts[locale] ?? fallback);
    this.cards.add(document, this.locales);
    this.byId.add(document.productId, slot);
    for (const code of new Set(document.codes.map(normalizeCode)))
      if (code !== '') this.byCode.add(code, slot);
    this.aliveCount++;
  }

  /** Takes a product out; the slot that died, when it was in. */
  remove(productId: string): number | undefined {
    const slot = this.slotOf(productId);
    if (slot === undefined) return undefined;
    this.columns.kill(slot);
    this.aliveCount--;
    return slot;
  }

  slotOf(productId: string): number | undefined {
    const words = idWords(productId);
    for (const slot of this.byId.find(productId))
      if (this.columns.alive[slot] === 1 && this.columns.hasId(slot, words)) return slot;
    return undefined;
  }

  /** Living slots with exactly this SKU or barcode. */
  slotsOfCode(code: string): number[] {
    const normalized = normalizeCode(code);
    if (normalized === '') return [];
    const slots = this.byCode.find(normalized).filter((slot) => this.columns.alive[slot] === 1);
    return slots.toSorted((a, b) => a - b);
  }

  /** Numbers of a locale's text, those of the first locale for one that the index does not have. */
  textIn(locale: string): LocaleText {
    const text = this.texts.get(locale) ?? this.texts.get(this.locales[0] ?? '');
    if (text === undefined) throw new RangeError('an index needs at least one locale');
    return text;
  }

  #addValues(slot: number, document: SearchDocument): void {
    const { columns, values } = this;
    for (const { label, color } of document.swatches) values.setColor(label, color);
    for (const [locale, { labels = {} }] of Object.entries(document.texts))
      for (const [facet, names] of Object.entries(labels))
        if (names[''] !== undefined) values.setFacetName(facet, locale, names['']);
    for (const { facet, value, names } of facetValues(document)) {
      const number = values.add(facet, value);
      for (const [locale, name] of names) values.setName(number, locale, name);
      values.addSlot(number, slot);
      columns.values.push(number);
    }
    for (const { id, position, kind, place } of document.collections) {
      const number = values.add('collection', id);
      columns.places.push(number);
      columns.places.push(position >>> 0);
      columns.places.push(packPlace(kind, place));
    }
    columns.endSlot(slot);
  }
}

export type CoreParts = Pick<Core, 'texts' | 'columns' | 'values' | 'cards' | 'byId' | 'byCode'>;

const PLACE_KINDS = [null, 'pin', 'boost', 'bury'] as const;

/** Two bits of kind above thirty of place. */
function packPlace(kind: 'pin' | 'boost' | 'bury' | null, place: number | null): number {
  return ((PLACE_KINDS.indexOf(kind) << 30) | Math.min(place ?? 0, 0x3fff_ffff)) >>> 0;
}

export function unpackPlace(packed: number): { kind: (typeof PLACE_KINDS)[number]; place: number } {
  return { kind: PLACE_KINDS[packed >>> 30] ?? null, place: packed & 0x3fff_ffff };
}
