import { findCardNumbers } from '../../kernel/index.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** One field that is not as it was. */
export type Difference = {
  /** A path: `rates[2].price.amount`; items with an id by it: `lines[id=3f…].quantity`. */
  readonly field: string;
  /** Not there: it was not there, or `isHidden`. */
  readonly before?: Json;
  readonly after?: Json;
  /** What it was and is was not kept: a secret, or how a person is reached or called. */
  readonly isHidden?: true;
  /** Who may not see this permission's fields sees that it changed, not what. */
  readonly permission?: string;
};

/** Fields by path, `*` for each item of a list. */
export type FieldRules = {
  /** Never kept. */
  readonly hidden: readonly (readonly string[])[];
  /** Kept for who has the permission. */
  readonly guarded: readonly { readonly path: readonly string[]; readonly permission: string }[];
};

const NO_RULES: FieldRules = { hidden: [], guarded: [] };
const MOST = 200;
const LONGEST_TEXT = 500;
const MOST_ITEMS = 50;
const SECRET =
  /secret|passw|token|credential|private|authori[sz]ation|cookie|^pin$|^iban$|cvc|cvv|card_?number/i;

/**
 * What differs, field by field, in the order of the answer; `undefined` is a thing that is not there. Secrets are named
 * without what they are, whatever the rules say, and card numbers are taken out of every text.
 *
 * @example
 * differencesBetween({ name: 'Post', days: 3 }, { name: 'Post', days: 2 });
 * // [{ field: 'days', before: 3, after: 2 }]
 */
export function differencesBetween(
  before: Json | undefined,
  after: Json | undefined,
  rules: FieldRules = NO_RULES,
): Difference[] {
  const found = look({ before, after, field: '', path: [] }, rules);
  if (found.length <= MOST) return found;
  return [...found.slice(0, MOST), { field: '…', after: `${found.length - MOST} more fields` }];
}

type Pair = {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly field: string;
  readonly path: readonly string[];
};

function look(pair: Pair, rules: FieldRules): Difference[] {
  const { before, after, field, path } = pair;
  if (isSame(before, after)) return [];
  if (isHidden(path, rules)) return [{ field, isHidden: true }];
  if (isRecordOrNone(before) && isRecordOrNone(after)) {
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    return [...names].flatMap((name) => {
      const inner = field === '' ? name : `${field}.${name}`;
      const parts = { before: before?.[name], after: after?.[name] };
      return look({ ...parts, field: inner, path: [...path, name] }, rules);
    });
  }
  if (isListOrNone(before) && isListOrNone(after) && [...(before ?? []), ...(after ?? [])].every(isRecord)) {
    return itemsOf(pair, before ?? [], after ?? []).flatMap((item) => look(item, rules));
  }
  const permission = rules.guarded.find((rule) => fits(rule.path, path))?.permission;
  return [
    {
      ...{ field, ...(before === undefined ? {} : { before: kept(before) }) },
      ...(after === undefined ? {} : { after: kept(after) }),
      ...(permission === undefined ? {} : { permission }),
    },
  ];
}

/** Items of two lists side by side: by their ids where all have one, else by their places. */
function itemsOf({ field, path }: Pair, before: readonly Json[], after: readonly Json[]): Pair[] {
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].map((key) => ({
    ...{ before: old.get(key), after: now.get(key) },
    ...{ field: `${field}[${key}]`, path: [...path, '*'] },
  }));
}

const KEYS = ['id', 'code', 'variantId', 'prefix'];

function byKey(items: readonly Json[]): Map<string, Json> {
  const name = KEYS.find((key) => {
    const values = items.map((item) => (isRecord(item) ? item[key] : undefined));
    return values.every((value) => typeof value === 'string') && new Set(values).size === items.length;
  });
  return new Map(
    items.map((item, place) => [
      name !== undefined && isRecord(item) ? `${name}=${String(item[name])}` : String(place),
      item,
    ]),
  );
}

function isHidden(path: readonly string[], { hidden }: FieldRules): boolean {
  return SECRET.test(path.at(-1) ?? '') || hidden.some((rule) => fits(rule, path));
}

/** The rule's field, or one within it. */
function fits(rule: readonly string[], path: readonly string[]): boolean {
  return rule.length <= path.length && rule.every((name, place) => name === path[place]);
}

/** Short, and without card numbers. */
function kept(value: Json): Json {
  if (typeof value === 'string') return keptText(value);
  if (isList(value)) {
    const items = value.slice(0, MOST_ITEMS).map(kept);
    return value.length > MOST_ITEMS ? [...items, `… ${value.length - MOST_ITEMS} more`] : items;
  }
  if (isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, SECRET.test(name) ? '…' : kept(inner)]),
    );
  }
  return value;
}

function keptText(text: string): string {
  const open = findCardNumbers(text).reduceRight(
    (rest, { index, length }) => `${rest.slice(0, index)}[card number]${rest.slice(index + length)}`,
    text,
  );
  return open.length > LONGEST_TEXT ? `${open.slice(0, LONGEST_TEXT)}…` : open;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((item, place) => isSame(item, b[place]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => isSame(a[name], b[name]));
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isRecord(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isRecordOrNone(value: Json | undefined): value is { readonly [name: string]: Json } | undefined {
  return value === undefined || isRecord(value);
}

function isListOrNone(value: Json | undefined): value is readonly Json[] | undefined {
  return value === undefined || isList(value);
}
