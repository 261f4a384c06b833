import { Cards } from './cards.ts';
import { Columns } from './columns.ts';
import { Core } from './core.ts';
import { Dictionary } from './dictionary.ts';
import { NumberList } from './growable.ts';
import { HashTable } from './hash-table.ts';
import { LocaleText } from './locale-text.ts';
import { Postings } from './postings.ts';
import { Values, type ValuesDescription } from './values.ts';

/** A compacted core as arrays with names and a description in JSON: what a snapshot file holds. */
export type FrozenCore = {
  readonly description: CoreDescription;
  readonly arrays: ReadonlyMap<string, FrozenArray>;
};

export type FrozenArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

export type CoreDescription = {
  readonly locales: readonly string[];
  readonly slots: number;
  readonly alive: number;
  readonly currencies: readonly string[];
  readonly codes: number;
  readonly ids: number;
  readonly values: ValuesDescription;
};

/** Views of a core's own arrays: the core may not change until they are written. */
export function freezeCore(core: Core): FrozenCore {
  const { columns, cards } = core;
  const slots = columns.count;
  const arrays = new Map<string, FrozenArray>([
    ['from', columns.from.subarray(0, slots)],
    ['until', columns.until.subarray(0, slots)],
    ['alive', columns.alive.subarray(0, slots)],
    ['newest', columns.newest.subarray(0, slots)],
    ['sales', columns.sales.subarray(0, slots)],
    ['isBuyable', columns.isBuyable.subarray(0, slots)],
    ['merit', columns.merit.subarray(0, slots)],
    ['ids', columns.ids.subarray(0, slots * 4)],
    ['valueEnds', columns.valueEnds.subarray(0, slots)],
    ['values', columns.values.view()],
    ['placeEnds', columns.placeEnds.subarray(0, slots)],
    ['places', columns.places.view()],
    ['cards', cards.bytes],
    ['cardEnds', cards.ends],
    ['byId', core.byId.cells],
    ['byCode', core.byCode.cells],
  ]);
  for (const [currency, { min, max }] of columns.prices) {
    arrays.set(`min:${currency}`, min.subarray(0, slots));
    arrays.set(`max:${currency}`, max.subarray(0, slots));
  }
  for (const [locale, keys] of columns.titles) arrays.set(`title:${locale}`, keys.subarray(0, slots * 2));
  for (const [locale, { dictionary, postings }] of core.texts) {
    arrays.set(`words:${locale}`, Buffer.from(dictionary.words.join('\n')));
    arrays.set(`offsets:${locale}`, postings.offsets);
    arrays.set(`slots:${locale}`, postings.slots);
    arrays.set(`frequencies:${locale}`, postings.frequencies);
  }
  const description = {
    locales: core.locales,
    slots,
    alive: core.aliveCount,
    currencies: [...columns.prices.keys()],
    codes: core.byCode.count,
    ids: core.byId.count,
    values: core.values.describe(),
  };
  return { description, arrays };
}

/** The core that was frozen. Throws a RangeError when an array is missing or of another type. */
export function thawCore({ description, arrays }: FrozenCore): Core {
  const get = <Kind extends FrozenArray>(
    name: string,
    isKind: (array: FrozenArray) => array is Kind,
  ): Kind => {
    const array = arrays.get(name);
    if (array === undefined || !isKind(array)) throw new RangeError(`the snapshot has no array "${name}"`);
    return array;
  };
  const { locales, slots } = description;
  const columns = thawColumns(description, get);
  const values = Values.restore(description.values);
  for (let slot = 0; slot < slots; slot++)
    for (const value of columns.valuesOf(slot)) values.addSlot(value, slot);
  const texts = new Map(locales.map((locale) => [locale, thawText(locale, get)]));
  const cards = new Cards(get('cards', isBytes), get('cardEnds', isFloating), slots);
  const byId = new HashTable(get('byId', isWhole), description.ids);
  const byCode = new HashTable(get('byCode', isWhole), description.codes);
  const core = new Core(locales, { texts, columns, values, cards, byId, byCode });
  core.aliveCount = description.alive;
  core.frozenSlots = slots;
  return core;
}

type Get = <Kind extends FrozenArray>(name: string, isKind: (array: FrozenArray) => array is Kind) => Kind;

function thawColumns({ locales, slots, currencies }: CoreDescription, get: Get): Columns {
  const columns = new Columns(locales);
  columns.count = slots;
  columns.from = get('from', isFloating);
  columns.until = get('until', isFloating);
  columns.alive = get('alive', isBytes);
  columns.newest = get('newest', isFloating);
  columns.sales = get('sales', isFloating);
  columns.isBuyable = get('isBuyable', isBytes);
  columns.merit = get('merit', isFloating);
  columns.ids = get('ids', isWhole);
  columns.valueEnds = get('valueEnds', isWhole);
  columns.values = NumberList.of(get('values', isWhole));
  columns.placeEnds = get('placeEnds', isWhole);
  columns.places = NumberList.of(get('places', isWhole));
  for (const currency of currencies)
    columns.prices.set(currency, {
      min: get(`min:${currency}`, isFloating),
      max: get(`max:${currency}`, isFloating),
    });
  for (const locale of locales) columns.titles.set(locale, get(`title:${locale}`, isFloating));
  // The first change would else copy every column while somebody waits.
  columns.reserve(Math.ceil(slots * 1.1) + 64);
  return columns;
}

function thawText(locale: string, get: Get): LocaleText {
  const words = Buffer.from(get(`words:${locale}`, isBytes)).toString('utf8');
  const dictionary = finish(Dictionary.fromSorted(locale, words === '' ? [] : words.split('\n')));
  const postings = new Postings(
    get(`offsets:${locale}`, isWhole),
    get(`slots:${locale}`, isWhole),
    get(`frequencies:${locale}`, isShort),
  );
  return new LocaleText(locale, dictionary, postings);
}

function finish<Value>(steps: Generator<void, Value, void>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const isBytes = (array: FrozenArray): array is Uint8Array => array instanceof Uint8Array;
const isShort = (array: FrozenArray): array is Uint16Array => array instanceof Uint16Array;
const isWhole = (array: FrozenArray): array is Uint32Array => array instanceof Uint32Array;
const isFloating = (array: FrozenArray): array is Float64Array => array instanceof Float64Array;
