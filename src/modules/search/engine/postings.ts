import { grown, NumberList } from './growable.ts';

/**
 * Which slots have a word, and how often: for every word number a list of slots in rising order with packed
 * frequencies. The frozen part is four flat arrays; what came since is small lists of (slot, frequency) pairs.
 */
export class Postings {
  readonly offsets: Uint32Array;
  readonly slots: Uint32Array;
  readonly frequencies: Uint16Array;
  readonly #recent: (NumberList | undefined)[] = [];

  constructor(
    offsets: Uint32Array = new Uint32Array(1),
    slots: Uint32Array = new Uint32Array(0),
    frequencies: Uint16Array = new Uint16Array(0),
  ) {
    this.offsets = offsets;
    this.slots = slots;
    this.frequencies = frequencies;
  }

  /** The slot is higher than all that the word has. */
  add(word: number, slot: number, frequency: number): void {
    let list = this.#recent[word];
    if (list === undefined) {
      list = new NumberList();
      while (this.#recent.length < word) this.#recent.push(undefined);
      this.#recent[word] = list;
    }
    list.push(slot);
    list.push(frequency);
  }

  start(word: number): number {
    return word + 1 < this.offsets.length ? (this.offsets[word] ?? 0) : 0;
  }

  end(word: number): number {
    return word + 1 < this.offsets.length ? (this.offsets[word + 1] ?? 0) : 0;
  }

  /** Pairs of slot and frequency. */
  recent(word: number): Uint32Array {
    return this.#recent[word]?.view() ?? NOTHING;
  }

  /** How many slots have the word, dead ones included. */
  count(word: number): number {
    return this.end(word) - this.start(word) + this.recent(word).length / 2;
  }

  /** How many of its slots are alive. */
  countAlive(word: number, alive: Uint8Array): number {
    let count = 0;
    const end = this.end(word);
    for (let at = this.start(word); at < end; at++) count += alive[this.slots[at] ?? 0] ?? 0;
    const recent = this.recent(word);
    for (let at = 0; at < recent.length; at += 2) count += alive[recent[at] ?? 0] ?? 0;
    return count;
  }
}

const NOTHING = new Uint32Array(0);

/** Writes frozen postings word by word, with the slots' new numbers. */
export class PostingsWriter {
  #offsets: Uint32Array = new Uint32Array(1024);
  #slots: Uint32Array = new Uint32Array(4096);
  #frequencies: Uint16Array = new Uint16Array(4096);
  #words = 0;
  #length = 0;

  constructor(expected: number) {
    this.#slots = new Uint32Array(Math.max(expected, 16));
    this.#frequencies = new Uint16Array(Math.max(expected, 16));
  }

  /** Appends one word's list without its dead slots; false, and nothing appended, when none is left. */
  append(from: Postings, word: number, renumbered: Int32Array): boolean {
    this.#makeRoom(this.#length + from.count(word));
    const before = this.#length;
    const end = from.end(word);
    for (let at = from.start(word); at < end; at++)
      this.#put(renumbered[from.slots[at] ?? 0] ?? -1, from.frequencies[at] ?? 0);
    const recent = from.recent(word);
    for (let at = 0; at < recent.length; at += 2)
      this.#put(renumbered[recent[at] ?? 0] ?? -1, recent[at + 1] ?? 0);
    if (this.#length === before) return false;
    this.#words++;
    this.#offsets = grown(this.#offsets, this.#words + 1);
    this.#offsets[this.#words] = this.#length;
    return true;
  }

  finish(): Postings {
    return new Postings(
      this.#offsets.slice(0, this.#words + 1),
      this.#slots.length > this.#length ? this.#slots.slice(0, this.#length) : this.#slots,
      this.#frequencies.length > this.#length ? this.#frequencies.slice(0, this.#length) : this.#frequencies,
    );
  }

  #put(slot: number, frequency: number): void {
    if (slot < 0) return;
    this.#slots[this.#length] = slot;
    this.#frequencies[this.#length] = frequency;
    this.#length++;
  }

  #makeRoom(length: number): void {
    this.#slots = grown(this.#slots, length);
    this.#frequencies = grown(this.#frequencies, length);
  }
}
