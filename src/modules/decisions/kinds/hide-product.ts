import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { editProduct, type ProductId, readProducts, type VariantId } from '../../catalog/index.ts';
import { demandOver, readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { listItems, readAvailability } from '../../inventory/index.ts';
import { readOnOrder, readSources } from '../../purchasing/index.ts';
import { type Margin, readMargins } from '../../replenishment/index.ts';
import { minor } from '../field.ts';
import type { Applied, DecisionKind, Found, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { demandWeeks } from './charts.ts';
import { idWithin } from './id-within.ts';
import type { Looked } from './looked.ts';
import { CONFIDENCE } from './outlook.ts';
import { type hidingBasis, realiseHiding } from './realised/hiding.ts';

const HORIZON_DAYS = 28;
const AT_ONCE = 1_000;
const NINETIETH = 1.2816;
/**
 * Of those who would have come to a dead end, how many more take something else when it is not shown: nobody has learned it yet,
 * and it may be nobody.
 */
const TAKE_ANOTHER = { least: 0, likely: 0.1, most: 0.2 } as const;

export type HideProposal = {
  readonly productId: ProductId;
  readonly version: bigint;
  /** What would be wanted of it meanwhile, before tax. */
  readonly salesMinor: bigint;
};

const proposalSchema: z.ZodType<HideProposal> = z.object({
  productId: idWithin<'product'>(),
  version: z.union([z.bigint(), z.string()]).transform((text) => BigInt(text)),
  salesMinor: minor,
});

/** Takes out of the shop, for now, what cannot be bought, and of which nothing is on its way and nobody sells any. */
export function hideProduct(looked: Looked): DecisionKind<HideProposal> {
  return {
    ...{ id: 'hide_product', version: 2, reversibility: 'reversible', permission: 'products:write' },
    proposal: proposalSchema,
    propose: proposeHiding,
    fieldsOf: () => [{ key: 'shown', unit: 'text', before: 'shown', value: 'hidden', isEditable: false }],
    weightOf: ({ salesMinor }) => ({ amountMinor: salesMinor }),
    revise: async () => refuse('not_editable', 'a product is shown or it is not'),
    apply: applyHiding,
    undo: undoHiding,
    realise: (context, { decision, proposal: { productId } }) =>
      realiseHiding(context, { decision, productId }, looked),
  };
}

async function proposeHiding(context: ReadContext): Promise<Found<HideProposal>[]> {
  const products = new Map<ProductId, VariantId[]>();
  let after: Parameters<typeof listItems>[1]['after'];
  for (;;) {
    const page = await listItems(context.db, { after, limit: AT_ONCE });
    for (const { item } of page) {
      if (item.status !== 'active' || item.kind !== 'physical') continue;
      products.set(item.productId, [...(products.get(item.productId) ?? []), item.variantId]);
    }
    if (page.length < AT_ONCE) break;
    after = page.at(-1)?.position;
  }
  const found: Found<HideProposal>[] = [];
  const all = [...products];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    found.push(...(await hidingAmong(context, all.slice(from, from + AT_ONCE))));
  }
  return found;
}

async function hidingAmong(
  context: ReadContext,
  products: readonly (readonly [ProductId, readonly VariantId[]])[],
): Promise<Found<HideProposal>[]> {
  const { db, now, currency } = context;
  const ids = products.flatMap(([, variantIds]) => variantIds);
  const availability = await readAvailability(db, ids, { mayBeBundles: false });
  const outOf = products.filter(([, some]) => some.every((id) => availability.get(id)?.isBuyable === false));
  const gone = outOf.flatMap(([, variantIds]) => variantIds);
  const [sources, onOrder, forecasts, margins, full] = await Promise.all([
    readSources(db, gone, now),
    readOnOrder(db, gone),
    readForecasts(db, gone),
    readMargins(db, gone, { currency, now }),
    readProducts(
      db,
      outOf.map(([id]) => id),
    ),
  ]);
  const versions = new Map(full.map(({ id, title, version }) => [id, { title, version }]));
  return outOf.flatMap(([productId, variantIds]): Found<HideProposal>[] => {
    const known = versions.get(productId);
    const comes = variantIds.some((id) => sources.has(id) || onOrder.has(id));
    if (known === undefined || comes) return [];
    const wanted = variantIds.flatMap((id): Wanted[] => {
      const [forecast, margin] = [forecasts.get(id), margins.get(id)];
      if (forecast === undefined || margin === undefined) return [];
      const { mean, variance } = demandOver(forecast, { from: context.today, days: HORIZON_DAYS });
      return [{ mean, variance, margin }];
    });
    if (wanted.some(({ mean, margin }) => mean > 0 && margin.costMinor === undefined)) {
      return [{ unknown: 'cost', subject: { type: 'product', id: productId, label: known.title } }];
    }
    const all = variantIds.flatMap((id) => forecasts.get(id) ?? []);
    return proposedOf(context, { productId, ...known, wanted, forecasts: all });
  });
}

type Wanted = { readonly mean: number; readonly variance: number; readonly margin: Margin };

type Hidden = {
  readonly productId: ProductId;
  readonly title: string;
  readonly version: bigint;
  readonly forecasts: readonly StoredForecast[];
  /** Whose cost is known, as far as any of it is wanted. */
  readonly wanted: readonly Wanted[];
};

function proposedOf(
  { now, today, currency }: ReadContext,
  { productId, title, version, wanted, forecasts }: Hidden,
): Proposed<HideProposal>[] {
  const pieces = wanted.reduce((sum, { mean }) => sum + mean, 0);
  const spread = NINETIETH * Math.sqrt(wanted.reduce((sum, { variance }) => sum + variance, 0));
  const earned = wanted.reduce((sum, { mean, margin: { netMinor, costMinor } }) => {
    return costMinor === undefined ? sum : sum + mean * Math.max(Number(netMinor - costMinor), 0);
  }, 0);
  const sales = wanted.reduce((sum, { mean, margin }) => sum + mean * Number(margin.netMinor), 0);
  const value = earned * TAKE_ANOTHER.likely;
  if (pieces <= 0 || value < 1) return [];
  const amount = (of: number) => BigInt(Math.round(of));
  return [
    {
      subject: { type: 'product', id: productId, label: title },
      proposal: { productId, version, salesMinor: amount(sales) },
      evidence: {
        figures: [
          { key: 'demand', unit: 'count', value: String(Math.round(pieces)) },
          { key: 'take_another', unit: 'share', value: String(TAKE_ANOTHER.likely) },
        ],
        chart: demandWeeks(forecasts, { from: today, weeks: HORIZON_DAYS / 7 }),
        computed: 'hide_product',
      },
      predicted: {
        ...{ valueMinor: amount(value), lowMinor: amount(earned * TAKE_ANOTHER.least) },
        highMinor: amount(earned * TAKE_ANOTHER.most * (1 + spread / pieces)),
        ...{ confidence: CONFIDENCE, currency, horizonDays: HORIZON_DAYS, counterfactual: 'stays_shown' },
      },
      basis: { marginShare: sales > 0 ? earned / sales : 0 } satisfies z.infer<typeof hidingBasis>,
      waitCostMinorPerDay: amount(value / HORIZON_DAYS),
      risk: { key: 'forgotten' },
      fingerprint: `${productId} ${Math.round(Math.log2(pieces + 1))}`,
      expiresAt: now.add({ hours: 24 * 7 }),
    },
  ];
}

async function applyHiding(
  { tx, by, now }: WriteContext,
  { proposal: { productId: id, version: expectedVersion } }: { readonly proposal: HideProposal },
): Promise<Result<Applied, Refusal>> {
  const draft = { status: 'draft' } as const;
  const edited = await editProduct(tx, { id, expectedVersion, draft, cause: 'decision', actor: by, now });
  return edited.ok ? ok({ state: { version: String(edited.value.version) } }) : edited;
}

const state = z.object({ version: z.string() });

/** Shown again, while nobody has changed it since. */
async function undoHiding(
  { tx, by, now }: WriteContext,
  { proposal, applied }: { readonly proposal: HideProposal; readonly applied: unknown },
): Promise<Result<void, Refusal>> {
  const expectedVersion = BigInt(state.parse(applied).version);
  const draft = { status: 'active' } as const;
  const { productId: id } = proposal;
  const edited = await editProduct(tx, { id, expectedVersion, draft, cause: 'decision', actor: by, now });
  return edited.ok ? ok(undefined) : edited;
}
