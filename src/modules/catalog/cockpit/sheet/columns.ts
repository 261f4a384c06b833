import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { parseAmount } from '../../../../platform/cockpit/form/index.ts';

export type CellRow = RowOf<'listProductCells'>;
type Money = { readonly amount: string; readonly currency: string };
type Cells = Record<string, unknown>;

/** A column of the sheet: what a row has in it, what may be typed, and what is sent of it. */
export type SheetColumn = {
  readonly key: string;
  readonly label: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly isReadOnly?: boolean;
  /** Of the product, not of the variant: changed in one of its rows, it changes in all. */
  readonly isOfProduct?: boolean;
  readonly read: (row: CellRow) => string;
  /** What was typed or pasted, in the form it is kept in; what cannot be read stays. */
  readonly tidy?: (text: string) => string;
  /** Why it cannot be, in a word. */
  readonly check?: (text: string) => string | undefined;
  /** Adds it to what is sent of a row. */
  readonly write: (cells: Cells, text: string, of: (key: string) => string) => void;
};

export type Checks = Readonly<
  Record<'amount' | 'whole' | 'status' | 'title' | 'priceFirst' | 'country' | 'hs' | 'compareAt', string>
>;

type Names = Readonly<Record<string, string>>;

/** The columns, in the order in which they are wanted. */
export function sheetColumns(about: {
  readonly names: Names;
  readonly checks: Checks;
  readonly statuses: Names;
  readonly currencies: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly may: (permission: string) => boolean;
}): readonly SheetColumn[] {
  const { names, checks, statuses, currencies, places, may } = about;
  const name = (key: string) => names[key] ?? key;
  const title: SheetColumn = {
    ...{ key: 'title', label: name('product'), width: 240, isOfProduct: true, read: ({ title }) => title },
    check: (text) => (text.trim() === '' ? checks.title : undefined),
    write: (cells, text) => Object.assign(cells, { title: text }),
  };
  const variant: SheetColumn = {
    ...{ key: 'variant', label: name('variant'), width: 120, isReadOnly: true },
    ...{ read: ({ optionValues }) => optionValues.join(' / '), write: () => undefined },
  };
  return [
    ...[title, variant, plain('sku', name('sku'), 130, ({ sku = '' }) => sku)],
    ...(may('prices:write') ? currencies.flatMap((currency) => priceColumns(currency, names, checks)) : []),
    ...(may('costs:read') ? [costColumn(currencies[0] ?? 'EUR', name('cost'), checks)] : []),
    ...(may('stock:write')
      ? places.map((place) => stockColumn(place, names, checks, places.length > 1))
      : []),
    statusColumn(name('status'), statuses, checks),
    plain('barcode', name('barcode'), 140, ({ barcode = '' }) => barcode),
    {
      ...{ key: 'weightGrams', label: name('weight'), width: 90, isNumber: true },
      read: ({ weightGrams }) => (weightGrams === undefined ? '' : String(weightGrams)),
      check: (text) => (text === '' || /^\d{1,9}$/.test(text) ? undefined : checks.whole),
      write: (cells, text) => Object.assign(cells, { weightGrams: text === '' ? null : Number(text) }),
    },
    { ...plain('brand', name('brand'), 120, ({ brand }) => brand), isOfProduct: true },
    { ...plain('productType', name('type'), 120, ({ productType }) => productType), isOfProduct: true },
    {
      ...{
        key: 'tags',
        label: name('tags'),
        width: 170,
        isOfProduct: true,
        read: ({ tags }) => tags.join(', '),
      },
      write: (cells, text) => Object.assign(cells, { tags: listOf(text) }),
    },
    { ...plain('seoTitle', name('seoTitle'), 180, ({ seoTitle }) => seoTitle), isOfProduct: true },
    {
      ...plain('seoDescription', name('seoDescription'), 220, (row) => row.seoDescription),
      isOfProduct: true,
    },
    {
      ...plain('hsCode', name('hsCode'), 110, ({ hsCode = '' }) => hsCode),
      check: (text) => (text === '' || /^[\d. ]{6,13}$/.test(text) ? undefined : checks.hs),
    },
    {
      ...plain('originCountry', name('origin'), 90, ({ originCountry = '' }) => originCountry),
      tidy: (text) => text.trim().toUpperCase(),
      check: (text) => (text === '' || /^[A-Z]{2}$/.test(text) ? undefined : checks.country),
    },
    plain('taxCode', name('taxCode'), 100, ({ taxCode }) => taxCode),
  ];
}

function plain(key: string, label: string, width: number, read: SheetColumn['read']): SheetColumn {
  return { key, label, width, read, write: (cells, text) => Object.assign(cells, { [key]: text }) };
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function amountIn(currency: string, checks: Checks) {
  return {
    isNumber: true,
    tidy: (text: string) => (text.trim() === '' ? '' : (parseAmount(text, currency) ?? text)),
    check: (text: string) =>
      text === '' || parseAmount(text, currency) === text ? undefined : checks.amount,
  };
}

/** Price and price before go together: the API takes a price with what it was. */
function priceColumns(currency: string, names: Names, checks: Checks): SheetColumn[] {
  const [price, before] = [`price:${currency}`, `compareAt:${currency}`];
  const found = (row: CellRow) => row.prices.find((one) => one.price.currency === currency);
  const money = (amount: string): Money => ({ amount, currency });
  const write: SheetColumn['write'] = (cells, _text, of) => {
    if (of(price) === '') return;
    const others = ((cells['prices'] as { price: Money }[] | undefined) ?? []).filter(
      (one) => one.price.currency !== currency,
    );
    const compareAt = of(before) === '' ? {} : { compareAt: money(of(before)) };
    cells['prices'] = [...others, { price: money(of(price)), ...compareAt }];
  };
  const shared = { width: 132, ...amountIn(currency, checks), write };
  return [
    {
      key: price,
      label: `${names['price'] ?? ''} ${currency}`,
      ...shared,
      read: (row) => found(row)?.price.amount ?? '',
    },
    {
      ...{ key: before, label: `${names['compareAt'] ?? ''} ${currency}`, ...shared },
      read: (row) => found(row)?.compareAt?.amount ?? '',
    },
  ];
}

function costColumn(currency: string, label: string, checks: Checks): SheetColumn {
  return {
    ...{ key: 'cost', label: `${label} ${currency}`, width: 100, ...amountIn(currency, checks) },
    read: ({ cost }) => cost?.amount ?? '',
    write: (cells, text) => Object.assign(cells, { cost: text === '' ? null : { amount: text, currency } }),
  };
}

function stockColumn(
  { id, name }: { readonly id: string; readonly name: string },
  names: Names,
  checks: Checks,
  isOneOfMany: boolean,
): SheetColumn {
  return {
    ...{
      key: `onHand:${id}`,
      label: isOneOfMany ? name : (names['onHand'] ?? ''),
      width: 96,
      isNumber: true,
    },
    read: ({ stock }) => String(stock.find(({ locationId }) => locationId === id)?.onHand ?? ''),
    check: (text) => (/^\d{0,9}$/.test(text) ? undefined : checks.whole),
    write: (cells, text) => {
      if (text === '') return;
      const others = (cells['onHand'] as { locationId: string }[] | undefined) ?? [];
      cells['onHand'] = [...others, { locationId: id, onHand: Number(text) }];
    },
  };
}

function statusColumn(label: string, statuses: Names, checks: Checks): SheetColumn {
  const known = (text: string) =>
    Object.entries(statuses).find(([value, word]) =>
      [value, word.toLowerCase()].includes(text.trim().toLowerCase()),
    )?.[0];
  return {
    ...{
      key: 'status',
      label,
      width: 100,
      isOfProduct: true,
      read: ({ status }) => statuses[status] ?? status,
    },
    tidy: (text) => statuses[known(text) ?? ''] ?? text,
    check: (text) => (known(text) === undefined ? checks.status : undefined),
    write: (cells, text) => Object.assign(cells, { status: known(text) }),
  };
}
