import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { ProductId } from '../product.ts';
import type { PlacedInProduct, RevisedFields, Revision } from '../revisions/revision.ts';

/** Adds to the products' histories, in the transaction that makes the change. */
export async function insertRevisions(tx: Tx, revisions: readonly Revision[]): Promise<void> {
  if (revisions.length === 0) return;
  const rows = revisions.map(({ productId, version, madeAt, ...rest }) => ({
    ...{ product_id: productId, version: version.toString(), made_at: madeAt.toString() },
    ...rest,
  }));
  await sql`
    insert into catalog.product_revision (product_id, version, made_at, actor, cause, before, after)
    select product_id, version, made_at, actor, cause, before, after
    from jsonb_to_recordset(${jsonOf(rows)}::jsonb) as given (product_id uuid, version bigint,
      made_at timestamptz, actor text, cause text, before jsonb, after jsonb)`.execute(tx);
}

/** For changes that one statement makes of many products: what they were is in `rows`. */
export async function insertStatusRevisions(
  tx: Tx,
  rows: readonly { readonly id: ProductId; readonly version: bigint; readonly status: string }[],
  by: { readonly now: Temporal.Instant; readonly actor: string; readonly status: string },
): Promise<void> {
  await sql`
    insert into catalog.product_revision (product_id, version, made_at, actor, cause, before, after)
    select id, version, ${by.now.toString()}::timestamptz, ${by.actor}::text, 'archive',
      jsonb_build_object('status', status), jsonb_build_object('status', ${by.status}::text)
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ version }) => version)}::bigint[],
      ${rows.map(({ status }) => status)}::text[]) as given (id, version, status)`.execute(tx);
}

type Row = {
  version: bigint;
  made_at: Temporal.Instant;
  actor: string;
  cause: string;
  before: StoredFields;
  after: StoredFields;
};

type StoredVariant = Omit<PlacedInProduct, 'cost'> & {
  readonly cost?: {
    readonly minor: string;
    readonly currency: NonNullable<PlacedInProduct['cost']>['currency'];
  };
};
type StoredFields = Omit<RevisedFields, 'variants' | 'publishAt' | 'unpublishAt'> & {
  readonly variants?: readonly StoredVariant[];
  readonly publishAt?: string;
  readonly unpublishAt?: string;
};

/**
 * A product's changes, the latest first: those before the version `before`, or those after the version `after`, which
 * what is to be brought back is made from.
 */
export async function readRevisions(
  db: Db,
  productId: ProductId,
  page: { readonly before?: bigint; readonly after?: bigint; readonly limit: number },
): Promise<Revision[]> {
  const { rows } = await sql<Row>`
    select version, made_at, actor, cause, before, after from catalog.product_revision
    where product_id = ${productId} and version > ${page.after ?? 0n}
      and (${page.before ?? null}::bigint is null or version < ${page.before ?? null}::bigint)
    order by version desc limit ${page.limit}`.execute(db);
  return rows.map(({ made_at, before, after, ...row }) => ({
    ...{ ...row, productId, madeAt: made_at },
    ...{ before: revived(before), after: revived(after) },
  }));
}

// Amounts are text in JSON, because a JSON number beyond 2^53 would lose digits.
function jsonOf(rows: readonly object[]): string {
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
}

function revived({ variants, publishAt, unpublishAt, ...rest }: StoredFields): RevisedFields {
  return {
    ...rest,
    ...(publishAt === undefined ? {} : { publishAt: Temporal.Instant.from(publishAt) }),
    ...(unpublishAt === undefined ? {} : { unpublishAt: Temporal.Instant.from(unpublishAt) }),
    ...(variants === undefined ? {} : { variants: variants.map(revivedVariant) }),
  };
}

function revivedVariant({ cost, ...variant }: StoredVariant): PlacedInProduct {
  return { ...EMPTY, ...variant, cost: cost && { minor: BigInt(cost.minor), currency: cost.currency } };
}

// A field that was empty is not in the JSON; that it was empty is what counts.
const EMPTY = {
  ...{ sku: undefined, barcode: undefined, cost: undefined, weightGrams: undefined, lengthMm: undefined },
  ...{ widthMm: undefined, heightMm: undefined, hsCode: undefined, originCountry: undefined },
  ...{ unitPrice: undefined, assetId: undefined },
} as const;
