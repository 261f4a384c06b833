import { ok, refuse } from '../../../../kernel/index.ts';
import {
  type ChangeProblem,
  type ProductChange,
  type ProductId,
  reviseProducts,
  type VariantId,
} from '../../../../modules/catalog/index.ts';
import { readLocations, setOnHand } from '../../../../modules/inventory/index.ts';
import { refreshProducts } from '../../../../modules/merchandising/index.ts';
import { setPrices } from '../../../../modules/pricing/index.ts';
import type { Answer, Asked, Handlers } from '../../../../platform/api/index.ts';
import { type Tx, transact } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { productBulkEndpoints } from '../contract/product-bulk.ts';
import type { AdminDeps } from '../deps.ts';
import { beginProductAction, previewProductAction } from './product-actions.ts';

type Own = typeof productBulkEndpoints;
type Row = Asked<Own['changeCells']>['body']['rows'][number];
type Problem = Answer<Own['changeCells']>['problems'][number];

const MOST_CELLS = 10_000;
/** Up to so many products are in the table at once; of more it follows as it does every change. */
const SHOWN_AT_ONCE = 200;

export function productBulkHandlers({ db }: Pick<AdminDeps, 'db'>): Handlers<Own> {
  return {
    changeCells: async ({ body: { rows, isTrial }, caller, now }) => {
      const cells = rows.reduce((sum, row) => sum + cellsIn(row), 0);
      if (cells > MOST_CELLS) {
        return refuse(
          'too_many_cells',
          `${cells} cells were sent; at most ${MOST_CELLS} go together`,
          'rows',
        );
      }
      const missing = missingRight(rows, caller);
      if (missing) return refuse('not_allowed', `this needs the permission "${missing}"`, 'rows');
      const by = { actor: actorOf(caller), now };
      try {
        return ok(
          await transact(db, async (tx) => {
            const answer = await changeCells(tx, rows, { ...by, isTrial });
            // A trial, and anything that is wrong, leaves nothing of what was tried.
            if (isTrial || answer.problems.length > 0) throw new TakenBack(answer);
            return answer;
          }),
        );
      } catch (error) {
        if (error instanceof TakenBack) return ok(error.answer);
        throw error;
      }
    },
    previewProductAction: ({ body, caller, now }) =>
      transact(db, (tx) => previewProductAction(tx, body, { actor: actorOf(caller), now })),
    actOnProducts: ({ tx, body, caller, now }) =>
      beginProductAction(tx, body, { actor: actorOf(caller), now }),
  };
}

class TakenBack extends Error {
  readonly answer: CellsAnswer;
  constructor(answer: CellsAnswer) {
    super('taken back');
    this.answer = answer;
  }
}

type CellsAnswer = Answer<Own['changeCells']>;
type By = { readonly actor: string; readonly now: Temporal.Instant; readonly isTrial: boolean };

function cellsIn({ cells: { prices = [], onHand = [], ...fields } }: Row): number {
  return Object.values(fields).filter((value) => value !== undefined).length + prices.length + onHand.length;
}

type Caller = Parameters<typeof actorOf>[0];

function missingRight(rows: readonly Row[], caller: Caller): string | undefined {
  const may = 'permissions' in caller ? caller.permissions : new Set<string>();
  const asked = [
    ['prices:write', ({ cells }: Row) => cells.prices !== undefined],
    ['stock:write', ({ cells }: Row) => cells.onHand !== undefined],
  ] as const;
  return asked.find(([right, isAsked]) => !may.has(right) && rows.some(isAsked))?.[0];
}

async function changeCells(tx: Tx, rows: readonly Row[], by: By): Promise<CellsAnswer> {
  const { changes, rowOf } = changesOf(rows);
  const revised = await reviseProducts(tx, { changes, cause: 'bulk', ...by });
  const problems: Problem[] = [
    ...revised.problems.map((problem) => problemAt(problem, rowOf)),
    ...(await pricesOf(tx, rows, by)),
    ...(await countsOf(tx, rows, by)),
  ];
  const touched = [...new Set([...revised.changed, ...rows.flatMap(offerOf)])];
  if (problems.length === 0 && !by.isTrial && touched.length <= SHOWN_AT_ONCE) {
    await refreshProducts(tx, { productIds: touched, now: by.now });
  }
  return { changedProducts: problems.length > 0 ? 0 : touched.length, problems };
}

const offerOf = ({ productId, cells: { prices, onHand } }: Row) =>
  prices !== undefined || onHand !== undefined ? [productId] : [];

type RowOf = (productId: ProductId, variantId: VariantId | undefined) => number;

/** Rows by product; a row without a variant is about the product. */
function changesOf(rows: readonly Row[]): { readonly changes: ProductChange[]; readonly rowOf: RowOf } {
  const places = new Map(rows.map((row, index) => [`${row.productId} ${row.variantId ?? ''}`, index]));
  const changes = [...Map.groupBy(rows, ({ productId }) => productId)].map(([id, own]): ProductChange => {
    const variants = own.flatMap(({ variantId, cells }) =>
      variantId === undefined ? [] : [[variantId, variantFields(cells)] as const],
    );
    const fields = Object.assign({}, ...own.map(({ cells }) => productFields(cells)));
    return { id, fields, variants: new Map(variants) };
  });
  const rowOf: RowOf = (productId, variantId) =>
    places.get(`${productId} ${variantId ?? ''}`) ?? rows.findIndex((row) => row.productId === productId);
  return { changes, rowOf };
}

type Cells = Row['cells'];

function productFields({ title, status, productType, brand, tags, seoTitle, seoDescription }: Cells) {
  return defined({ title, status, productType, brand, tags, seoTitle, seoDescription });
}

function variantFields(cells: Cells): object {
  const { sku, barcode, weightGrams, hsCode, originCountry, taxCode, cost } = cells;
  const emptied = {
    ...(weightGrams === null ? { weightGrams: undefined } : {}),
    ...(cost === null ? { cost: undefined } : {}),
  };
  return { ...defined({ sku, barcode, weightGrams, hsCode, originCountry, taxCode, cost }), ...emptied };
}

function defined(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );
}

function problemAt({ productId, variantId, field, code, message }: ChangeProblem, rowOf: RowOf): Problem {
  return { row: rowOf(productId, variantId), field, code, message };
}

async function pricesOf(tx: Tx, rows: readonly Row[], { now }: By): Promise<Problem[]> {
  const given = rows.flatMap(({ variantId, cells: { prices = [] } }, row) =>
    prices.flatMap(({ price, compareAt }) => {
      if (variantId === undefined) return [];
      const about = { variantId, currency: price.currency, compareAtMinor: compareAt?.minor };
      return [{ row, price: { ...about, amountMinor: price.minor } }];
    }),
  );
  const { refused } = await setPrices(tx, { prices: given.map(({ price }) => price), now, reason: 'bulk' });
  return refused.map(({ price, refusal: { code, message } }) => {
    return {
      row: given.find((one) => one.price === price)?.row ?? 0,
      field: `price:${price.currency}`,
      code,
      message,
    };
  });
}

async function countsOf(tx: Tx, rows: readonly Row[], { now, actor }: By): Promise<Problem[]> {
  const given = rows.flatMap(({ variantId, cells: { onHand = [] } }, row) =>
    onHand.flatMap((one) => (variantId === undefined ? [] : [{ row, count: { variantId, ...one } }])),
  );
  if (given.length === 0) return [];
  const known = new Set((await readLocations(tx)).map(({ id }) => id));
  const strange = given.filter(({ count }) => !known.has(count.locationId));
  const counts = given.filter(({ count }) => known.has(count.locationId)).map(({ count }) => count);
  const { refused } = await setOnHand(tx, { counts, now, reason: 'count', reference: actor });
  const unknown = strange.map(({ row, count }) => {
    const field = `onHand:${count.locationId}`;
    return { row, field, code: 'unknown_location', message: 'there is no such place' };
  });
  const wrong = refused.map(({ count, refusal: { code, message } }) => {
    const row = given.find(
      ({ count: one }) => one.variantId === count.variantId && one.locationId === count.locationId,
    );
    return { row: row?.row ?? 0, field: `onHand:${count.locationId}`, code, message };
  });
  return [...unknown, ...wrong];
}
