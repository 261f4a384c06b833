import { type RawBuilder, sql } from 'kysely';
import { currencyOf } from '../../../kernel/index.ts';
import { type Db, likeText, type Tx } from '../../../platform/database/index.ts';
import type { ProductId } from '../../catalog/index.ts';
import { type ListingFilter, type ListingPage, type ListingSort, titleKey } from './find-products.ts';
import { type FoundBy, type Listing, type PriceRange, searchable } from './listing.ts';

/** Keeps what differs from what is kept; the same again writes nothing. */
export async function writeListings(tx: Tx, listings: readonly FoundBy[]): Promise<void> {
  if (listings.length === 0) return;
  await sql`
    insert into merchandising.listing as kept (${COLUMNS}, title_key, categories, searched)
    select ${COLUMNS}, title_key, categories, searched
    from jsonb_to_recordset(${JSON.stringify(listings.map(storedOf))}::jsonb) as given (product_id uuid,
      title text, handle text, status text, kind text, brand_id uuid, product_type text, tags text[],
      asset_id uuid, prices jsonb, available int, stock text, variants int, is_priced boolean,
      created_at timestamptz, updated_at timestamptz, title_key text, categories text[], searched text)
    order by product_id
    on conflict (product_id) do update set (${COLUMNS}, title_key, categories, searched)
      = (${excluded}, excluded.title_key, excluded.categories, excluded.searched)
    where (${kept}, kept.categories, kept.searched)
      is distinct from (${excluded}, excluded.categories, excluded.searched)`.execute(tx);
}

export async function deleteListings(tx: Tx, productIds: readonly ProductId[]): Promise<void> {
  if (productIds.length === 0) return;
  await sql`delete from merchandising.listing where product_id = any(${productIds}::uuid[])`.execute(tx);
}

/** Products that rules know and the table does not: from before there was a table. */
export async function hasUnlisted(db: Db): Promise<boolean> {
  const { rows } = await sql<{ is_lacking: boolean }>`
    select exists (select from merchandising.product_facts left join merchandising.listing using (product_id)
      where facts <> 'null' and listing.product_id is null) as is_lacking`.execute(db);
  return rows[0]?.is_lacking ?? false;
}

/** One page of the table, in one statement whose cost does not grow with the pages before it. */
export async function readListings(db: Db, page: ListingPage): Promise<Listing[]> {
  const { column, direction, beyond } = orderOf(page);
  const [key, id] = page.after ?? [];
  const start =
    key === undefined
      ? sql`true`
      : sql`(${column}, product_id) ${beyond} (${keyOf(page.sort, key)}, ${id}::uuid)`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} from merchandising.listing where ${conditionOf(page.filter)} and ${start}
    order by ${column} ${direction}, product_id ${direction} limit ${page.limit}`.execute(db);
  return rows.map(listingOf);
}

/** How many there are, counted to `most` and not beyond. */
export async function countListings(db: Db, filter: ListingFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from merchandising.listing where ${conditionOf(filter)} limit ${most}) as found`.execute(db);
  return rows[0]?.count ?? 0;
}

/** All that the filter finds, at most `most`: for what is done to all of them at once. */
export async function readListedIds(db: Db, filter: ListingFilter, most: number): Promise<ProductId[]> {
  const { rows } = await sql<{ product_id: ProductId }>`
    select product_id from merchandising.listing where ${conditionOf(filter)}
    order by product_id limit ${most}`.execute(db);
  return rows.map(({ product_id }) => product_id);
}

const NAMES = [
  ...['product_id', 'title', 'handle', 'status', 'kind', 'brand_id', 'product_type', 'tags', 'asset_id'],
  ...['prices', 'available', 'stock', 'variants', 'is_priced', 'created_at', 'updated_at'],
];
const COLUMNS = sql.join(NAMES.map((name) => sql.ref(name)));
const excluded = sql.join(NAMES.map((name) => sql.ref(`excluded.${name}`)));
const kept = sql.join(NAMES.map((name) => sql.ref(`kept.${name}`)));

const SORTED_BY: Readonly<Record<ListingSort, RawBuilder<unknown>>> = {
  updated: sql`updated_at`,
  created: sql`created_at`,
  title: sql`title_key`,
};

function orderOf({ sort, isDescending }: ListingPage) {
  const [direction, beyond] = isDescending ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  return { column: SORTED_BY[sort], direction, beyond };
}

function keyOf(sort: ListingSort, key: string): RawBuilder<unknown> {
  return sort === 'title' ? sql`${key}::text` : sql`${key}::timestamptz`;
}

function conditionOf(filter: ListingFilter): RawBuilder<unknown> {
  const { category, collectionId, hasPicture, hasPrice, updatedSince } = filter;
  const words = searchable(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return sql.join(
    [
      sql`true`,
      ...words.map(hasWord),
      ...(filter.ids === undefined ? [] : [sql`product_id = any(${filter.ids}::uuid[])`]),
      ...oneOf('status', filter.status),
      ...oneOf('kind', filter.kind),
      ...oneOf('stock', filter.stock),
      ...oneOf('product_type', filter.productType),
      ...(filter.brandId?.length ? [sql`brand_id = any(${filter.brandId}::uuid[])`] : []),
      ...(filter.tag?.length ? [sql`tags && ${filter.tag}::text[]`] : []),
      ...(category === undefined ? [] : [sql`categories @> array[${category}::text]`]),
      ...(collectionId === undefined ? [] : [sql`${membershipIn(collectionId)}`]),
      ...(hasPicture === undefined ? [] : [sql`(asset_id is not null) = ${hasPicture}::boolean`]),
      ...(hasPrice === undefined ? [] : [sql`is_priced = ${hasPrice}::boolean`]),
      ...(updatedSince === undefined ? [] : [sql`updated_at >= ${updatedSince.toString()}::timestamptz`]),
    ],
    sql` and `,
  );
}

/** By the index of three letters; fewer are in so many that reading until there are enough is quicker. */
function hasWord(word: string): RawBuilder<unknown> {
  return word.length < 3 ? sql`strpos(searched, ${word}) > 0` : sql`searched like ${`%${likeText(word)}%`}`;
}

function oneOf(column: string, values: readonly string[] | undefined): RawBuilder<unknown>[] {
  return values === undefined || values.length === 0
    ? []
    : [sql`${sql.ref(column)} = any(${values}::text[])`];
}

function membershipIn(collectionId: string): RawBuilder<unknown> {
  return sql`exists (select from merchandising.collection_product as member
    where member.collection_id = ${collectionId}::uuid and member.product_id = listing.product_id)`;
}

type Row = Omit<Listing, 'productId' | 'brandId' | 'productType' | 'assetId' | 'prices' | 'available'> & {
  product_id: ProductId;
  brand_id: Listing['brandId'] | null;
  product_type: string;
  asset_id: Listing['assetId'] | null;
  prices: Readonly<Record<string, readonly [string, string]>>;
  available: number | null;
  is_priced: boolean;
  created_at: Temporal.Instant;
  updated_at: Temporal.Instant;
};

function listingOf(row: Row): Listing {
  const { title, handle, status, kind, tags, stock, variants } = row;
  return {
    ...{ productId: row.product_id, title, handle, status, kind, tags, stock, variants },
    ...{ brandId: row.brand_id ?? undefined, productType: row.product_type },
    ...{ assetId: row.asset_id ?? undefined, available: row.available ?? undefined },
    prices: Object.entries(row.prices).map(([currency, [least, greatest]]): PriceRange => {
      return { currency: currencyOf(currency), leastMinor: BigInt(least), greatestMinor: BigInt(greatest) };
    }),
    ...{ isPriced: row.is_priced, createdAt: row.created_at, updatedAt: row.updated_at },
  };
}

function storedOf(listing: FoundBy): object {
  const { productId, brandId, productType, assetId, isPriced, createdAt, updatedAt, prices, ...same } =
    listing;
  const ranges = prices.map(({ currency, leastMinor, greatestMinor }) => [
    ...[currency, [leastMinor.toString(), greatestMinor.toString()]],
  ]);
  return {
    ...{ ...same, product_id: productId, brand_id: brandId, product_type: productType, asset_id: assetId },
    ...{ is_priced: isPriced, created_at: createdAt, updated_at: updatedAt, title_key: titleKey(listing) },
    prices: Object.fromEntries(ranges),
  };
}
