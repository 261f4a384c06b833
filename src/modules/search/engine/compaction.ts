import { Cards } from './cards.ts';
import { Columns } from './columns.ts';
import { Core } from './core.ts';
import { Dictionary } from './dictionary.ts';
import { HashTable } from './hash-table.ts';
import { LocaleText } from './locale-text.ts';
import { PostingsWriter } from './postings.ts';
import type { Values } from './values.ts';

/** Work between two yields: about half a millisecond. */
const SLOTS_A_STEP = 300;
const POSTINGS_A_STEP = 40_000;

/**
 * Writes a core anew without its dead slots, all text frozen. A generator: each step is short, so that queries are
 * answered in between from the old core, which may go on changing; `renumbered` tells which slots were taken over
 * (new number by old, -1 for the dead), so that later deaths and additions can be repeated on the copy.
 */
export function* compaction(core: Core): Generator<void, { core: Core; renumbered: Int32Array }, void> {
  const end = core.columns.count;
  const renumbered = new Int32Array(end).fill(-1);
  const columns = new Columns(core.locales);
  const cards = new Cards();
  const values = core.values.copyWithoutSlots();
  columns.reserve(Math.ceil(core.aliveCount * 1.15) + 64);
  cards.reserve(Math.ceil(core.cards.bytes.length * 1.1));
  yield;
  for (let slot = 0; slot < end; slot++) {
    if (slot % SLOTS_A_STEP === 0) yield;
    if (core.columns.alive[slot] !== 1) continue;
    const copy = columns.addFrom(core.columns, slot);
    cards.addFrom(core.cards, slot);
    addSlotToValues(values, columns, copy);
    renumbered[slot] = copy;
  }
  const texts = new Map<string, LocaleText>();
  for (const [locale, text] of core.texts) texts.set(locale, yield* compactText(text, renumbered));
  const byId = yield* compactTable(core.byId, renumbered);
  const byCode = yield* compactTable(core.byCode, renumbered);
  const compact = new Core(core.locales, { texts, columns, values, cards, byId, byCode });
  compact.aliveCount = columns.count;
  compact.frozenSlots = columns.count;
  return { core: compact, renumbered };
}

function addSlotToValues(values: Values, columns: Columns, slot: number): void {
  for (const value of columns.valuesOf(slot)) values.addSlot(value, slot);
}

function* compactText(text: LocaleText, renumbered: Int32Array): Generator<void, LocaleText, void> {
  const { dictionary, postings } = text;
  // In alphabetical order; words that come after this are of slots that are not taken over.
  const ordered = dictionary.inOrder();
  yield;
  let total = 0;
  for (let number = 0; number < dictionary.size; number++) total += postings.count(number);
  const writer = new PostingsWriter(total);
  const words: string[] = [];
  let work = 0;
  for (const word of ordered) {
    const number = dictionary.numberOf(word) ?? 0;
    work += 20 + postings.count(number);
    if (writer.append(postings, number, renumbered)) words.push(word);
    if (work < POSTINGS_A_STEP) continue;
    work = 0;
    yield;
  }
  const compact = yield* Dictionary.fromSorted(text.locale, words);
  return new LocaleText(text.locale, compact, writer.finish());
}

function* compactTable(table: HashTable, renumbered: Int32Array): Generator<void, HashTable, void> {
  const compact = new HashTable(new Uint32Array(table.cells.length));
  let at = 0;
  while (at < table.cells.length) {
    at = compact.addFrom(table, at, renumbered, 8_000);
    yield;
  }
  return compact;
}
