import { type CurrencyCode, parseCurrency } from '../../../kernel/index.ts';
import { type Bound, type Filter, MOST } from '../explore/ask.ts';
import { dimensionsOf } from '../explore/together.ts';
import type { Query, QueryProblem, QuerySpan } from './query.ts';
import type { Reader } from './reader.ts';
import { CHARTS, COMPARISONS, DIMENSION_IDS, GRAINS, MEASURE_IDS, SPAN_NAMES } from './words.ts';

/** What a clause says; `undefined`: it cannot be read, and why is the reader's problem. */
type Said = Partial<Query> | QueryProblem | undefined;
type Clause = {
  readonly keyword: string;
  /** The one place of a query that it fills: no two clauses do. */
  readonly fills: keyof Query;
  readonly read: (reader: Reader, measures: readonly string[]) => Said;
};

export const MOST_ROWS = 1_000;

/** What may follow the measures, each at most once, in the order in which it is printed. */
export const CLAUSES: readonly Clause[] = [
  { keyword: 'WHERE', fills: 'where', read: readWhere },
  { keyword: 'GROUP BY', fills: 'by', read: readGroups },
  {
    ...{ keyword: 'TIMESERIES', fills: 'grain' },
    read: (reader) => given('grain', reader.word('name', GRAINS)),
  },
  { keyword: 'SINCE', fills: 'span', read: readDays },
  { keyword: 'DURING', fills: 'span', read: (reader) => given('span', reader.word('name', SPAN_NAMES)) },
  {
    ...{ keyword: 'COMPARE TO', fills: 'compare' },
    read: (reader) => given('compare', reader.word('name', COMPARISONS)),
  },
  { keyword: 'HAVING', fills: 'having', read: readHaving },
  { keyword: 'ORDER BY', fills: 'sort', read: readOrder },
  { keyword: 'LIMIT', fills: 'limit', read: readLimit },
  { keyword: 'IN', fills: 'currency', read: readCurrency },
  {
    ...{ keyword: 'MARKET', fills: 'market' },
    read: (reader) => given('market', reader.piece('word') ?? reader.piece('text', 'market')),
  },
  {
    ...{ keyword: 'VISUALIZE', fills: 'chart' },
    read: (reader) => given('chart', reader.word('name', CHARTS)),
  },
];

function given<Name extends keyof Query>(name: Name, value: Query[Name] | undefined) {
  return value === undefined ? undefined : { [name]: value };
}

/** One thing or several, with commas between them. */
export function readList<Item>(
  reader: Reader,
  read: () => Item | undefined,
  most: number,
): readonly Item[] | QueryProblem | undefined {
  const items: Item[] = [];
  do {
    if (items.length === most) return reader.problem('too_many', undefined, `at most ${most} may stand here`);
    const item = read();
    if (item === undefined) return undefined;
    items.push(item);
  } while (reader.sign(','));
  return items;
}

/** The same of words, of which each is there once. */
export function readWords(
  reader: Reader,
  kind: 'measure' | 'dimension',
  {
    words,
    offered,
    most,
  }: { readonly words: readonly string[]; readonly offered: readonly string[]; readonly most: number },
): readonly string[] | QueryProblem | undefined {
  const found = readList(reader, () => reader.word(kind, words, offered), most);
  if (found === undefined || 'code' in found) return found;
  const again = found.find((word, at) => found.indexOf(word) < at);
  return again === undefined
    ? found
    : reader.problem('said_twice', reader.acceptedAs(kind, again), `${again} is there twice`);
}

function readGroups(reader: Reader, measures: readonly string[]): Said {
  const offered = dimensionsOf(measures);
  const by = readWords(reader, 'dimension', { words: DIMENSION_IDS, offered, most: MOST.by });
  return by === undefined || 'code' in by ? by : { by };
}

function readDays(reader: Reader): Said {
  const from = reader.piece('date');
  if (from === undefined || !reader.keyword('UNTIL')) return undefined;
  const to = reader.piece('date');
  if (to === undefined) return undefined;
  const wrong = [from, to].find((day) => !isDay(day));
  if (wrong !== undefined)
    return reader.problem('invalid_span', reader.acceptedAs('date', wrong), `there is no ${wrong}`);
  if (to < from) {
    return reader.problem('invalid_span', reader.acceptedAs('date', to), 'the span ends before it begins');
  }
  return given('span', { from, to } satisfies QuerySpan);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function readWhere(reader: Reader, measures: readonly string[]): Said {
  const where: Filter[] = [];
  do {
    if (where.length === MOST.where)
      return reader.problem('too_many', undefined, `at most ${MOST.where} conditions`);
    const filter = readFilter(reader, measures);
    if (filter === undefined || 'code' in filter) return filter;
    where.push(filter);
  } while (reader.keyword('AND'));
  return { where };
}

function readFilter(reader: Reader, measures: readonly string[]): Filter | QueryProblem | undefined {
  const dimension = reader.word('dimension', DIMENSION_IDS, dimensionsOf(measures));
  if (dimension === undefined) return undefined;
  const text = () => {
    const value = reader.piece('text', dimension);
    return value === undefined || value.length > MOST.length ? undefined : value;
  };
  const filter = (is: Filter['is'], values: readonly string[] | QueryProblem | undefined) =>
    values === undefined || 'code' in values ? values : { dimension, is, values };
  const sign = reader.sign('=', '!=', '<>');
  if (sign !== undefined) {
    const value = text();
    return value === undefined ? undefined : filter(sign === '=' ? 'one_of' : 'none_of', [value]);
  }
  if (reader.keyword('IN')) return filter('one_of', readTexts(reader, text));
  if (reader.keyword('NOT IN')) return filter('none_of', readTexts(reader, text));
  if (!reader.keyword('CONTAINS')) return undefined;
  if (reader.here().kind === 'sign') return filter('contains', readTexts(reader, text));
  const value = text();
  return value === undefined ? undefined : filter('contains', [value]);
}

function readTexts(reader: Reader, text: () => string | undefined) {
  if (reader.sign('(') === undefined) return undefined;
  const values = readList(reader, text, MOST.values);
  if (values === undefined || 'code' in values) return values;
  return reader.sign(')') === undefined ? undefined : values;
}

const BOUNDS = { '>': 'above', '>=': 'at_least', '<': 'below', '<=': 'at_most' } as const;

function readHaving(reader: Reader, measures: readonly string[]): Said {
  const having: Bound[] = [];
  do {
    if (having.length === MOST.having)
      return reader.problem('too_many', undefined, `at most ${MOST.having} bounds`);
    const measure = reader.word('measure', MEASURE_IDS, measures);
    const sign = measure && reader.sign('>', '>=', '<', '<=');
    const number = sign && reader.piece('number');
    const is = Object.entries(BOUNDS).find(([one]) => one === sign)?.[1];
    if (measure === undefined || is === undefined || number === undefined || number === '') return undefined;
    const value = decimalOf(number);
    if (value === undefined) {
      return reader.problem(
        'invalid_number',
        reader.acceptedAs('number', number),
        `${number} has too many digits`,
      );
    }
    having.push({ measure, is, value });
  } while (reader.keyword('AND'));
  return { having };
}

/** `25%` is a quarter; at most 15 digits before the point and six after it. */
function decimalOf(number: string): string | undefined {
  const value = number.endsWith('%') ? hundredth(number.slice(0, -1)) : number;
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? value : undefined;
}

function hundredth(number: string): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? [];
  const digits = whole.padStart(3, '0');
  const decimals = `${digits.slice(-2)}${part}`.replace(/0+$/, '');
  const units = digits.slice(0, -2).replace(/^0+(?=\d)/, '');
  return `${sign}${units}${decimals === '' ? '' : `.${decimals}`}`;
}

function readOrder(reader: Reader, measures: readonly string[]): Said {
  const measure = reader.word('measure', MEASURE_IDS, measures);
  const by = measure ?? reader.word('dimension', DIMENSION_IDS, dimensionsOf(measures));
  if (by === undefined) return undefined;
  if (reader.keyword('DESC')) return { sort: { by, descending: true } };
  if (reader.keyword('ASC')) return { sort: { by, descending: false } };
  return { sort: { by, descending: measure !== undefined } };
}

function readLimit(reader: Reader): Said {
  const number = reader.piece('number');
  if (number === undefined) return undefined;
  const limit = Number(number);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_ROWS) return { limit };
  return reader.problem(
    'invalid_number',
    reader.acceptedAs('number', number),
    `a limit is 1 to ${MOST_ROWS}`,
  );
}

function readCurrency(reader: Reader): Said {
  const { text } = reader.here();
  const currency: CurrencyCode | undefined = parseCurrency(text.toUpperCase());
  if (currency === undefined) {
    reader.sign();
    return reader.problem('unexpected', undefined, `${text || 'the end'} is no currency; one is EUR`);
  }
  return reader.piece('word') === undefined ? undefined : { currency };
}
