import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import { MoneyField, parseAmount } from '../../../../platform/cockpit/form/index.ts';
import type { Column } from '../../../../platform/cockpit/table/index.ts';
import { moneyOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, Why } from '../../../../platform/cockpit/value/index.ts';
import { GoodsCell } from '../goods-cell.tsx';
import { priceWords } from '../words.ts';
import { marginAsTyped } from './margin.ts';
import styles from './prices.module.css';

export type PriceRow = RowOf<'listPriceRows'>;
type Edit = { readonly price: string; readonly compareAt: string };
/** What was typed and not saved, by variant. */
export type Edits = Readonly<Record<string, Edit>>;

/** The price of a row as it stands in its fields: what was typed, else what is. */
export function editOf(row: PriceRow, edits: Edits): Edit {
  const [known] = row.prices;
  return (
    edits[row.item.variantId] ?? {
      price: known?.price.amount ?? '',
      compareAt: known?.compareAt?.amount ?? '',
    }
  );
}

/** As `setPrices` takes it; undefined while it is no price. */
export function priceIn(variantId: string, { price, compareAt }: Edit, currency: string) {
  const amount = parseAmount(price, currency);
  const before = compareAt === '' ? undefined : parseAmount(compareAt, currency);
  if (amount === undefined || (compareAt !== '' && before === undefined)) return undefined;
  return {
    ...{ variantId, price: { amount, currency } },
    ...(before === undefined ? {} : { compareAt: { amount: before, currency } }),
  };
}

export function priceColumns(about: {
  readonly currency: string;
  readonly edits: Edits;
  readonly isReadOnly: boolean;
  readonly onEdit: (edits: Edits) => void;
}): readonly Column<PriceRow>[] {
  const { currency, edits, isReadOnly, onEdit } = about;
  const t = priceWords();
  const edit = (row: PriceRow, change: Partial<Edit>) => {
    const { [row.item.variantId]: _, ...others } = edits;
    const next = { ...editOf(row, edits), ...change };
    const saved = editOf(row, {});
    const isSame = next.price === saved.price && next.compareAt === saved.compareAt;
    onEdit(isSame ? others : { ...others, [row.item.variantId]: next });
  };
  const field = (row: PriceRow, name: keyof Edit, label: string) => (
    <MoneyField
      size="xs"
      className={styles.field ?? ''}
      aria-label={`${label}: ${row.item.title} ${row.item.options}`.trim()}
      currency={currency}
      readOnly={isReadOnly}
      value={editOf(row, edits)[name]}
      onChange={(typed) => edit(row, { [name]: typed })}
    />
  );
  const end = { align: 'end' } as const;
  return [
    { key: 'item', label: t.goods, cell: ({ item }) => <GoodsCell item={item} />, isTitle: true },
    {
      ...{ ...end, key: 'cost', label: t.cost, width: '110px' },
      why: <Why title={t.cost} text={t.costText} />,
      cell: (row) => <Cost row={row} />,
    },
    { ...end, key: 'price', label: t.price, cell: (row) => field(row, 'price', t.price), width: '150px' },
    {
      ...end,
      key: 'compareAt',
      label: t.compareAt,
      cell: (row) => field(row, 'compareAt', t.compareAt),
      width: '150px',
    },
    {
      ...end,
      key: 'margin',
      why: <Why title={t.margin} text={t.marginText} />,
      label: t.margin,
      cell: (row) => <Margin {...{ row, edits, currency }} />,
      width: '170px',
    },
    {
      ...{ ...end, key: 'lowest', label: t.lowest, width: '140px' },
      why: <Why title={t.lowest} text={t.lowestText} />,
      cell: (row) => <Lowest row={row} />,
    },
  ];
}

function Cost({ row }: { readonly row: PriceRow }) {
  if (row.cost === undefined) return <span className={styles.dim}>–</span>;
  return <Money of={row.cost} />;
}

function Margin(props: { readonly row: PriceRow; readonly edits: Edits; readonly currency: string }) {
  const { row, edits, currency } = props;
  const [known] = row.prices;
  const { cost } = row;
  if (cost === undefined || cost.currency !== currency) return <span className={styles.dim}>–</span>;
  const taxRateMillionths = known?.taxRateMillionths ?? 0;
  const typed = parseAmount(editOf(row, edits).price, currency) ?? '';
  const margin = marginAsTyped(typed, { cost: cost.amount, currency, taxRateMillionths });
  if (margin === undefined) return <span className={styles.dim}>–</span>;
  const { amount, rateMillionths } = margin;
  const isBelow = amount.startsWith('-');
  return (
    <span className={isBelow ? styles.below : styles.figure} data-testid="margin">
      {moneyOf({ amount, currency })}
      {rateMillionths === undefined ? '' : ` · ${percentOf(rateMillionths / 1_000_000)}`}
    </span>
  );
}

function Lowest({ row }: { readonly row: PriceRow }) {
  const lowest = row.prices[0]?.lowest30Days;
  if (lowest === undefined) return <span className={styles.dim}>–</span>;
  return <Money of={lowest} isDim />;
}
