import type { RowOf } from '../../../../platform/cockpit/api/index.ts';
import type { Column, Filter, Sorting } from '../../../../platform/cockpit/table/index.ts';
import { countOf, moneyOf } from '../../../../platform/cockpit/text/index.ts';
import { Count, StateBadge, type Tone, When } from '../../../../platform/cockpit/value/index.ts';
import { productWords } from '../words.ts';
import styles from './picture.module.css';
import { Picture } from './picture.tsx';

export type ProductRow = RowOf<'listProductRows'>;

const TONES = { draft: 'neutral', active: 'good', archived: 'waiting' } as const satisfies Record<
  string,
  Tone
>;

export function StatusBadge({ of }: { readonly of: ProductRow['status'] }) {
  return <StateBadge tone={TONES[of]}>{productWords().statuses[of]}</StateBadge>;
}

/** What is there, coloured where somebody has to act. */
export function StockText({
  of: { stock, available },
}: {
  readonly of: Pick<ProductRow, 'stock' | 'available'>;
}) {
  const t = productWords();
  if (stock === 'untracked' || available === undefined) return <span data-dim>{t.notCounted}</span>;
  const color = stock === 'out' ? 'var(--bad)' : stock === 'low' ? 'var(--waiting)' : undefined;
  return <span style={{ color }}>{stock === 'out' ? t.stocks.out : t.inStock(countOf(available))}</span>;
}

/** The range in the shop's own currency, else in the first that there is. */
export function PriceText({
  of,
  currency,
}: {
  readonly of: ProductRow['prices'];
  readonly currency: string;
}) {
  const range = of.find(({ least }) => least.currency === currency) ?? of[0];
  if (range === undefined) return <span style={{ color: 'var(--waiting)' }}>{productWords().noPrice}</span>;
  const { least, greatest } = range;
  const text = least.amount === greatest.amount ? moneyOf(least) : `${moneyOf(least)} – ${moneyOf(greatest)}`;
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{text}</span>;
}

export function productColumns(currency: string): readonly Column<ProductRow>[] {
  const t = productWords();
  return [
    {
      ...{ key: 'title', label: t.product, isTitle: true },
      cell: ({ title, thumbnail }) => (
        <span className={styles.name}>
          <Picture of={thumbnail} />
          <span className={styles.title}>{title}</span>
        </span>
      ),
    },
    { key: 'status', label: t.status, width: '108px', cell: ({ status }) => <StatusBadge of={status} /> },
    { key: 'stock', label: t.stock, width: '136px', cell: (row) => <StockText of={row} /> },
    {
      ...{ key: 'price', label: t.price, width: '172px', align: 'end' },
      cell: ({ prices }) => <PriceText of={prices} currency={currency} />,
    },
    {
      key: 'variants',
      label: t.variants,
      width: '84px',
      align: 'end',
      cell: ({ variants }) => <Count of={variants} />,
    },
    { key: 'brand', label: t.brand, width: '14%', cell: ({ brand }) => brand?.name },
    { key: 'type', label: t.type, width: '12%', isHidden: true, cell: ({ productType }) => productType },
    { key: 'tags', label: t.tags, width: '16%', isHidden: true, cell: ({ tags }) => tags.join(', ') },
    { key: 'kind', label: t.kind, width: '100px', isHidden: true, cell: ({ kind }) => t.kinds[kind] },
    {
      key: 'created',
      label: t.created,
      width: '124px',
      isHidden: true,
      cell: (row) => <When at={row.createdAt} isDate />,
    },
    {
      key: 'updated',
      label: t.updated,
      width: '116px',
      align: 'end',
      cell: (row) => <When at={row.updatedAt} />,
    },
  ];
}

type Choices = {
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly categories: readonly { readonly path: string; readonly names: readonly string[] }[];
  readonly collections: readonly { readonly id: string; readonly title: string }[];
  readonly tags: readonly string[];
  readonly productTypes: readonly string[];
};

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

export function productFilters(choices: Choices | undefined): readonly Filter[] {
  const t = productWords();
  const { brands = [], categories = [], collections = [], tags = [], productTypes = [] } = choices ?? {};
  const many = { kind: 'choice', isMany: true } as const;
  return [
    { key: 'status', label: t.status, ...many, options: named(t.statuses) },
    { key: 'stock', label: t.stock, ...many, options: named(t.stocks) },
    {
      ...{ key: 'brandId', label: t.brand, ...many },
      options: brands.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ key: 'category', label: t.category, kind: 'choice' },
      options: categories.map(({ path, names }) => ({ value: path, label: names.join(' / ') })),
    },
    {
      ...{ key: 'collectionId', label: t.collection, kind: 'choice' },
      options: collections.map(({ id, title }) => ({ value: id, label: title })),
    },
    { key: 'tag', label: t.tags, ...many, options: plain(tags) },
    { key: 'productType', label: t.type, ...many, options: plain(productTypes) },
    { key: 'kind', label: t.kind, ...many, options: named(t.kinds) },
    { key: 'hasPicture', label: t.hasPicture, kind: 'flag' },
    { key: 'hasPrice', label: t.hasPrice, kind: 'flag' },
    { key: 'updatedSince', label: t.updatedSince, kind: 'date' },
  ];
}

export function productSortings(): readonly Sorting[] {
  const { sorts } = productWords();
  return [
    { value: '-updated', label: sorts.updatedLast },
    { value: '-created', label: sorts.createdLast },
    { value: 'title', label: sorts.title },
    { value: '-title', label: sorts.titleBack },
  ];
}
