import type { SearchQuery, SearchSort } from '../query.ts';
import type { Core } from './core.ts';
import type { Placements } from './placements.ts';
import type { Scratch } from './scratch.ts';
import { compareTitles } from './title-order.ts';

/** A list to order: slots, and their relevance when there was a text. */
export type Ordering = {
  readonly core: Core;
  readonly query: Pick<SearchQuery, 'sort' | 'locale' | 'currency'>;
  readonly relevance: ((slot: number) => number) | undefined;
  readonly placements: Placements;
  readonly scratch: Scratch;
};

/**
 * The slots at `offset` to `offset + limit` of the ordered list. The order is total: what is equal by its keys is
 * ordered by product id, so that pages never overlap and every process shows the same.
 */
export function orderedPage(
  ordering: Ordering,
  slots: Uint32Array,
  offset: number,
  limit: number,
): Uint32Array {
  const { placeOf } = ordering.placements;
  const end = Math.min(slots.length, offset + limit);
  if (placeOf.size === 0) return inGroups(ordering, slots, offset, end);
  const others = slots.filter((slot) => !placeOf.has(slot));
  const { pins, beyond } = placePins(ordering, slots);
  const pinsBefore = (position: number): number => pins.filter((pin) => pin.position < position).length;
  const first = offset - pinsBefore(offset);
  const page = inGroups(ordering, others, first, Math.min(others.length, end - pinsBefore(end)));
  const unpinned = [...page, ...beyond.slice(Math.max(0, first - others.length))].values();
  const slotAt = (position: number): number =>
    pins.find((pin) => pin.position === position)?.slot ?? unpinned.next().value ?? 0;
  return Uint32Array.from({ length: Math.max(0, end - offset) }, (_, index) => slotAt(offset + index));
}

type Pin = { readonly slot: number; readonly position: number };

/**
 * Where each pin stands, from 0: at its place, or the next that is free; those for which the list is too short close
 * it. As merchandising's `arrange` has it.
 */
function placePins(
  ordering: Ordering,
  slots: Uint32Array,
): { pins: readonly Pin[]; beyond: readonly number[] } {
  const { placeOf } = ordering.placements;
  const placeAt = (slot: number): number => placeOf.get(slot) ?? 0;
  const pinned = [...slots.filter((slot) => placeOf.has(slot))];
  const pins: Pin[] = [];
  const beyond: number[] = [];
  const taken = new Set<number>();
  for (const slot of pinned.toSorted((a, b) => placeAt(a) - placeAt(b) || compareIds(ordering.core, a, b))) {
    let position = Math.max(0, placeAt(slot) - 1);
    while (taken.has(position)) position++;
    if (position >= slots.length) {
      beyond.push(slot);
      continue;
    }
    taken.add(position);
    pins.push({ slot, position });
  }
  return { pins, beyond };
}

/** The slots from position `start` to `end`: boosted products, then the others, then the buried, each in order. */
function inGroups(ordering: Ordering, slots: Uint32Array, start: number, end: number): Uint32Array {
  const { hasGroups, groupOf } = ordering.placements;
  if (!hasGroups) return inOrder(ordering, slots, start, end);
  const page: number[] = [];
  let before = 0;
  for (const group of [-1, 0, 1]) {
    const members = slots.filter((slot) => groupOf(slot) === group);
    const [first, last] = [Math.max(0, start - before), Math.min(members.length, end - before)];
    page.push(...inOrder(ordering, members, first, last));
    before += members.length;
  }
  return Uint32Array.from(page);
}

/** Beyond this a heap is slower than sorting the keys to find where the page begins and ends. */
const SHALLOW = 500;

/** The slots from position `start` to `end` of the order. */
function inOrder(ordering: Ordering, slots: Uint32Array, start: number, end: number): Uint32Array {
  if (start >= end) return new Uint32Array(0);
  const keys = keysOf(ordering, slots);
  const compare = (a: number, b: number): number =>
    (keys.first[a] ?? 0) - (keys.first[b] ?? 0) ||
    (keys.second[a] ?? 0) - (keys.second[b] ?? 0) ||
    breakTie(ordering, slots[a] ?? 0, slots[b] ?? 0);
  const indexes =
    end <= SHALLOW ? firstInOrder(keys, end, compare).slice(start) : windowInOrder(keys, start, end, compare);
  return Uint32Array.from(indexes, (index) => slots[index] ?? 0);
}

/** The indexes of the first `count`: a heap of the best so far, its worst on top. */
function firstInOrder({ first }: Keys, count: number, compare: Compare): number[] {
  const heap: number[] = [];
  for (let index = 0; index < first.length; index++) {
    if (heap.length < count) rise(heap, index, compare);
    // Most candidates lose by their first key alone.
    else if ((first[index] ?? 0) <= (first[heap[0] ?? 0] ?? 0) && compare(index, heap[0] ?? 0) < 0)
      sink(heap, index, compare);
  }
  return heap.sort(compare);
}

/** The indexes from `start` to `end`: only those whose first key lies between the page's ends are compared in full. */
function windowInOrder({ first }: Keys, start: number, end: number, compare: Compare): number[] {
  const sorted = first.slice().sort();
  const least = sorted[start] ?? 0;
  const greatest = sorted[end - 1] ?? 0;
  let before = 0;
  const within: number[] = [];
  for (let index = 0; index < first.length; index++) {
    const key = first[index] ?? 0;
    if (key < least) before++;
    else if (key <= greatest) within.push(index);
  }
  return within.sort(compare).slice(start - before, end - before);
}

type Compare = (a: number, b: number) => number;

function rise(heap: number[], index: number, compare: Compare): void {
  let at = heap.length;
  heap.push(index);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[parent] ?? 0, index) >= 0) break;
    heap[at] = heap[parent] ?? 0;
    at = parent;
  }
  heap[at] = index;
}

function sink(heap: number[], index: number, compare: Compare): void {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child++;
    if (compare(heap[child] ?? 0, index) <= 0) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = index;
}

type Keys = { readonly first: Float64Array; readonly second: Float64Array };
type KeyPair = readonly [first: (slot: number) => number, second: (slot: number) => number];

/** Two numbers a slot, by index in `slots`; less is earlier. */
function keysOf(ordering: Ordering, slots: Uint32Array): Keys {
  const [first, second] = keyPair(ordering);
  const keys = {
    first: ordering.scratch.floating('first', slots.length),
    second: ordering.scratch.floating('second', slots.length),
  };
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index] ?? 0;
    keys.first[index] = first(slot);
    keys.second[index] = second(slot);
  }
  return keys;
}

/** Sold-out products come after the others when nothing but their sales orders them. */
const SOLD_OUT = 1e9;

function keyPair({ core, query, relevance, placements }: Ordering): KeyPair {
  const { newest, sales, isBuyable, prices, titles } = core.columns;
  const price = prices.get(query.currency)?.min;
  const title = titles.get(query.locale) ?? titles.get(core.locales[0] ?? '');
  const age = (slot: number): number => -(newest[slot] ?? 0);
  const byPrice = (sign: 1 | -1): KeyPair => [
    (slot) => sign * (price?.[slot] ?? 0),
    (slot) => -(sales[slot] ?? 0),
  ];
  const popularity: KeyPair = [(slot) => (isBuyable[slot] === 1 ? 0 : SOLD_OUT) - (sales[slot] ?? 0), age];
  const pairs: Record<SearchSort, KeyPair> = {
    relevance: relevance === undefined ? popularity : [(slot) => -relevance(slot), age],
    manual: [(slot) => placements.positionOf(slot), age],
    best_selling: [(slot) => -(sales[slot] ?? 0), age],
    newest: [age, (slot) => -(sales[slot] ?? 0)],
    title: [(slot) => title?.[slot * 2] ?? 0, (slot) => title?.[slot * 2 + 1] ?? 0],
    price_ascending: byPrice(1),
    price_descending: byPrice(-1),
  };
  return pairs[query.sort];
}

function breakTie({ core, query }: Ordering, a: number, b: number): number {
  if (query.sort === 'title') {
    const difference = compareTitles(titleOf(core, a, query.locale), titleOf(core, b, query.locale));
    if (difference !== 0) return difference;
  }
  return compareIds(core, a, b);
}

function compareIds({ columns: { ids } }: Core, a: number, b: number): number {
  for (let word = 0; word < 4; word++) {
    const difference = (ids[a * 4 + word] ?? 0) - (ids[b * 4 + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function titleOf(core: Core, slot: number, locale: string): string {
  const { titles } = core.cards.read(slot);
  return titles[locale] ?? titles[core.locales[0] ?? ''] ?? '';
}
