import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { editProduct, readProducts } from '../../catalog/index.ts';
import { demandOver } from '../../forecasting/index.ts';
import { labelUnavailable, readAvailability } from '../../inventory/index.ts';
import type { Applied, DecisionKind, Found, ReadContext, WriteContext } from '../kind.ts';
import { demandWeeks } from './charts.ts';
import { idWithin } from './id-within.ts';
import { labelFor } from './label-product.ts';
import type { Looked } from './looked.ts';
import { CONFIDENCE } from './outlook.ts';
import { type hidingBasis, realiseHiding } from './realised/hiding.ts';
import { realiseLabelling } from './realised/labelling.ts';
import type { Sold } from './sold.ts';
import { readUnavailable, type Unavailable } from './unavailable-goods.ts';
import { type UnavailableProposal, unavailableFields, unavailableProposal } from './unavailable-proposal.ts';

const HORIZON_DAYS = 28;
const NINETIETH = 1.2816;
/**
 * Of those who would have come to a dead end, how many more take something else when it is not shown: nobody has learned it yet,
 * and it may be nobody.
 */
const TAKE_ANOTHER = { least: 0, likely: 0.1, most: 0.2 } as const;

/**
 * What cannot be bought is taken out of the shop for now, where nothing is on its way and nobody sells any; where goods are on
 * their way it says about when they are back.
 */
export function hideProduct(looked: Looked, sold: Sold): DecisionKind<UnavailableProposal> {
  return {
    ...{ id: 'hide_product', version: 3, reversibility: 'reversible', permission: 'products:write' },
    proposal: unavailableProposal,
    propose: async (context) => {
      const all = await readUnavailable(context);
      return all.flatMap((one) => (one.isOver ? hidingOf(context, one) : labelFor(context, one)));
    },
    fieldsOf: unavailableFields,
    weightOf: ({ salesMinor }) => ({ amountMinor: salesMinor }),
    revise: async () => refuse('not_editable', 'a product is shown or it is not'),
    apply: applyUnavailable,
    undo: undoUnavailable,
    realise: (context, { decision, proposal }) =>
      proposal.act === 'hide'
        ? realiseHiding(context, { decision, productId: proposal.productId }, looked)
        : realiseLabelling(context, { decision, variantIds: proposal.variantIds }, sold),
  };
}

function hidingOf(
  { now, today, currency }: ReadContext,
  { productId, title, version, goods }: Unavailable,
): Found<UnavailableProposal>[] {
  const subject = { type: 'product', id: productId, label: title } as const;
  let [pieces, earned, sales, variance] = [0, 0, 0, 0];
  for (const { forecast, margin } of goods) {
    const { netMinor, costMinor } = margin;
    const wanted = demandOver(forecast, { from: today, days: HORIZON_DAYS });
    if (wanted.mean > 0 && costMinor === undefined) return [{ unknown: 'cost', subject }];
    pieces += wanted.mean;
    variance += wanted.variance;
    earned += wanted.mean * Math.max(Number(netMinor - (costMinor ?? netMinor)), 0);
    sales += wanted.mean * Number(netMinor);
  }
  const value = earned * TAKE_ANOTHER.likely;
  if (pieces <= 0 || value < 1) return [];
  const wide = 1 + (NINETIETH * Math.sqrt(variance)) / pieces;
  const amount = (of: number) => BigInt(Math.round(of));
  return [
    {
      subject,
      proposal: { act: 'hide', productId, version, salesMinor: amount(sales) },
      evidence: {
        figures: [
          { key: 'demand', unit: 'count', value: String(Math.round(pieces)) },
          { key: 'take_another', unit: 'share', value: String(TAKE_ANOTHER.likely) },
        ],
        chart: demandWeeks(
          goods.map(({ forecast }) => forecast),
          { from: today, weeks: HORIZON_DAYS / 7 },
        ),
        computed: 'hide_product',
      },
      predicted: {
        ...{ valueMinor: amount(value), lowMinor: amount(earned * TAKE_ANOTHER.least) },
        ...{ highMinor: amount(earned * TAKE_ANOTHER.most * wide), confidence: CONFIDENCE, currency },
        ...{ horizonDays: HORIZON_DAYS, counterfactual: 'stays_shown' },
      },
      basis: { marginShare: sales > 0 ? earned / sales : 0 } satisfies z.infer<typeof hidingBasis>,
      waitCostMinorPerDay: amount(value / HORIZON_DAYS),
      risk: { key: 'forgotten' },
      fingerprint: `${productId} ${Math.round(Math.log2(pieces + 1))}`,
      expiresAt: now.add({ hours: 24 * 7 }),
    },
  ];
}

async function applyUnavailable(
  { tx, by, now }: WriteContext,
  { proposal }: { readonly proposal: UnavailableProposal },
): Promise<Result<Applied, Refusal>> {
  if (proposal.act === 'label') {
    const labels = proposal.variantIds.map((variantId) => ({ variantId, isLabelled: true }));
    const { changed } = await labelUnavailable(tx, labels);
    if (changed.length === 0) return refuse('label_moved', 'somebody has had it say so already');
    return ok({ state: { labelled: changed } });
  }
  const { productId: id, version: expectedVersion } = proposal;
  const [product] = await readProducts(tx, [id]);
  const variantIds = product?.variants.map((variant) => variant.id) ?? [];
  const availability = [...(await readAvailability(tx, variantIds)).values()];
  if (availability.some(({ isBuyable }) => isBuyable)) return refuse('is_back', 'it can be bought again');
  const draft = { status: 'draft' } as const;
  const edited = await editProduct(tx, { id, expectedVersion, draft, cause: 'decision', actor: by, now });
  return edited.ok ? ok({ state: { version: String(edited.value.version) } }) : edited;
}

const state = z.union([
  z.object({ version: z.string() }),
  z.object({ labelled: z.array(idWithin<'variant'>()) }),
]);

/** Shown again, while nobody has changed it since; or no longer said, of what it was not said before. */
async function undoUnavailable(
  { tx, by, now }: WriteContext,
  { proposal, applied }: { readonly proposal: UnavailableProposal; readonly applied: unknown },
): Promise<Result<void, Refusal>> {
  const left = state.parse(applied);
  if ('labelled' in left) {
    await labelUnavailable(
      tx,
      left.labelled.map((variantId) => ({ variantId, isLabelled: false })),
    );
    return ok(undefined);
  }
  const draft = { status: 'active' } as const;
  const { productId: id } = proposal;
  const expectedVersion = BigInt(left.version);
  const edited = await editProduct(tx, { id, expectedVersion, draft, cause: 'decision', actor: by, now });
  return edited.ok ? ok(undefined) : edited;
}
