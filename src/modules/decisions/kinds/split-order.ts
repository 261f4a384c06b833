import { z } from 'zod';
import { ok, parseId, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { demandOver, readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { type Position, readPositions } from '../../inventory/index.ts';
import {
  cancelPurchaseOrder,
  converted,
  editPurchaseOrder,
  lineValueMinor,
  listPurchaseOrders,
  type PurchaseOrder,
  priceAt,
  readOnOrder,
  readPurchaseOrder,
  readSources,
  readSupplier,
  type Source,
  splitPurchaseOrder,
} from '../../purchasing/index.ts';
import { readMargins } from '../../replenishment/index.ts';
import type { EvidenceChart } from '../decision.ts';
import type { Applied, DecisionKind, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { stockLines, withArrival } from './charts.ts';
import { idWithin } from './id-within.ts';
import { realiseSplit, type splitBasis, splitState } from './realised/split.ts';
import type { Sold } from './sold.ts';
import {
  extraCost,
  LATER_DAYS,
  laterParts,
  type SplitLine,
  type SplitPart,
  worthOfSplit,
} from './split-plan.ts';

const NOT_SENT = ['draft', 'awaiting_approval', 'approved'] as const;
const MOST_ORDERS = 200;
/** What keeping costs is known better than what will be sold. */
const [CONFIDENCE, SPREAD] = [0.8, 0.25];

export type SplitProposal = {
  readonly purchaseOrderId: PurchaseOrder['id'];
  readonly version: number;
  readonly parts: readonly SplitPart[];
  readonly pieces: number;
  readonly valueMinor: bigint;
};

const proposalSchema: z.ZodType<SplitProposal> = z.object({
  purchaseOrderId: idWithin<'purchase_order'>(),
  ...{ version: z.int(), pieces: z.int() },
  parts: z.array(z.object({ lineId: z.string(), quantity: z.int().min(1) })),
  valueMinor: z.union([z.bigint(), z.string()]).transform((text) => BigInt(text)),
});

/** Has what nobody wants for months of an order that nobody was told of come later, as an order of its own. */
export function splitOrder(sold: Sold): DecisionKind<SplitProposal> {
  return {
    ...{ id: 'split_order', version: 2, reversibility: 'until_sent', permission: 'purchasing:write' },
    proposal: proposalSchema,
    propose: proposeSplits,
    fieldsOf: ({ pieces }) => [
      { key: 'parts', unit: 'count', before: '1', value: '2', isEditable: false },
      { key: 'quantity', unit: 'count', value: String(pieces), isEditable: false },
    ],
    weightOf: ({ valueMinor }) => ({ amountMinor: valueMinor }),
    revise: async () => refuse('not_editable', 'split it by hand on the order itself'),
    apply: applySplit,
    undo: undoSplit,
    realise: (context, { decision, proposal: { purchaseOrderId } }) =>
      realiseSplit(context, { decision, purchaseOrderId }, sold),
  };
}

async function proposeSplits(context: ReadContext): Promise<Proposed<SplitProposal>[]> {
  const { db, now } = context;
  const orders = await listPurchaseOrders(db, { states: NOT_SENT, limit: MOST_ORDERS });
  const ids = [...new Set(orders.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)))];
  const [forecasts, positions, onOrder, sources] = await Promise.all([
    readForecasts(db, ids),
    readPositions(db, ids),
    readOnOrder(db, ids),
    readSources(db, ids, now),
  ]);
  const found = await Promise.all(
    orders.map(async (order) => {
      const lines = order.lines.flatMap((line) => {
        const [forecast, position] = [forecasts.get(line.variantId), positions.get(line.variantId)];
        const source = sources.get(line.variantId)?.find(({ supplierId }) => supplierId === order.supplierId);
        if (forecast === undefined || position === undefined || source === undefined) return [];
        const others = (onOrder.get(line.variantId) ?? []).filter((one) => one.purchaseOrderId !== order.id);
        const besides = others.reduce((sum, { quantity }) => sum + quantity, 0);
        return splitLine(context, order, line, { forecast, position, source, besides });
      });
      return proposedOf(context, order, lines);
    }),
  );
  return found.flatMap((one) => one ?? []);
}

type Known = {
  readonly forecast: StoredForecast;
  readonly position: Position;
  readonly source: Source;
  readonly besides: number;
};

function splitLine(
  { today, currency: to }: ReadContext,
  { expectedOn, currency: from, rateE10 }: PurchaseOrder,
  line: PurchaseOrder['lines'][number],
  { forecast, position, source, besides }: Known,
): SplitLine {
  const lead = Math.max(
    expectedOn === undefined ? 0 : today.until(expectedOn, { largestUnit: 'days' }).days,
    0,
  );
  const ofShop = (minor: bigint) => Number(converted(minor, { from, to, rateE10 }));
  return {
    ...{ lineId: line.id, quantity: line.quantity, packSize: source.packSize },
    minimumQuantity: source.minimumQuantity,
    unitCost: ofShop(lineValueMinor(line, line.quantity)) / line.quantity,
    besides: position.available - position.waiting + position.inTransit + besides,
    wantedUntil: (days) =>
      demandOver(forecast, { from: today, days: Math.min(lead + days, 365) }).quantile(0.8),
    meanUntil: (days) => demandOver(forecast, { from: today, days: Math.min(days, 365) }).mean,
    unitCostOf: (quantity) => {
      const price = priceAt(source.breaks, quantity) ?? line;
      return ofShop(lineValueMinor(price, quantity)) / quantity;
    },
  };
}

async function proposedOf(
  context: ReadContext,
  order: PurchaseOrder,
  lines: readonly SplitLine[],
): Promise<Proposed<SplitProposal> | undefined> {
  const { db, now, currency, economics } = context;
  const parts = laterParts(lines);
  // What nothing is known of stays in the first part, so that something does.
  const isWhole =
    order.lines.length === parts.length &&
    parts.every(({ lineId, quantity }) => {
      return order.lines.some((line) => line.id === lineId && line.quantity === quantity);
    });
  const value = worthOfSplit(lines, parts, economics);
  if (parts.length === 0 || isWhole || value <= 0) return undefined;
  const supplier = (await readSupplier(db, order.supplierId))?.name ?? '';
  const pieces = parts.reduce((sum, { quantity }) => sum + quantity, 0);
  const amount = (of: number) => BigInt(Math.round(of));
  const chart = chartOf(context, order, { lines, parts });
  const tied = parts.reduce((sum, { lineId, quantity }) => {
    return sum + quantity * (lines.find((line) => line.lineId === lineId)?.unitCost ?? 0);
  }, 0);
  return {
    subject: {
      type: 'purchase_order',
      id: order.id,
      label: [order.number, supplier].filter(Boolean).join(' · '),
    },
    supplier,
    proposal: {
      ...{ purchaseOrderId: order.id, version: order.version, parts, pieces, valueMinor: amount(tied) },
    },
    evidence: {
      figures: [
        {
          key: 'on_order',
          unit: 'count',
          value: String(order.lines.reduce((sum, one) => sum + one.quantity, 0)),
        },
      ],
      ...(chart === undefined ? {} : { chart }),
      computed: 'split_order',
    },
    predicted: {
      ...{ valueMinor: amount(value), lowMinor: amount(value * (1 - SPREAD)) },
      ...{ highMinor: amount(value * (1 + SPREAD)), confidence: CONFIDENCE, currency },
      ...{ horizonDays: LATER_DAYS, counterfactual: 'comes_at_once' },
    },
    basis: await basisOf(context, order, lines, parts),
    // It is to be done before the supplier is told, and costs nothing until then.
    waitCostMinorPerDay: 0n,
    risk: { key: 'sells_out', chance: 0.2 },
    fingerprint: `${order.id} ${order.version}`,
    expiresAt: now.add({ hours: 24 * 3 }),
  };
}

/** Of what most comes later of: its stock when all of it comes at once, and when it is parted; a point a week. */
function chartOf(
  { today }: ReadContext,
  { expectedOn }: PurchaseOrder,
  { lines, parts }: { readonly lines: readonly SplitLine[]; readonly parts: readonly SplitPart[] },
): EvidenceChart | undefined {
  const most = parts.toSorted((one, other) => other.quantity - one.quantity)[0];
  const line = lines.find(({ lineId }) => lineId === most?.lineId);
  if (most === undefined || line === undefined) return undefined;
  const lead = Math.max(
    0,
    expectedOn === undefined ? 0 : today.until(expectedOn, { largestUnit: 'days' }).days,
  );
  const weeks = Math.ceil((2 * LATER_DAYS) / 7);
  const until = Array.from({ length: weeks + 1 }, (_, week) => line.meanUntil(week * 7));
  const wanted = until.slice(1).map((pieces, week) => pieces - (until[week] ?? 0));
  const nothing = wanted.map(() => 0);
  const [now, later] = [Math.floor(lead / 7), Math.floor((lead + LATER_DAYS) / 7)];
  const first = withArrival(nothing, now, line.quantity - most.quantity);
  return {
    ...stockLines({
      ...{ stock: line.besides, wanted, asIs: withArrival(nothing, now, line.quantity) },
      proposed: withArrival(first, later, most.quantity),
    }),
    grain: 'week',
  };
}

/** What is needed to say later what it brought. */
async function basisOf(
  { db, now, currency }: ReadContext,
  order: PurchaseOrder,
  lines: readonly SplitLine[],
  parts: readonly SplitPart[],
): Promise<z.infer<typeof splitBasis>> {
  const variantOf = new Map<string, VariantId>(order.lines.map(({ id, variantId }) => [id, variantId]));
  const margins = await readMargins(db, [...variantOf.values()], { currency, now });
  const later = parts.flatMap(({ lineId, quantity }) => {
    const variantId = variantOf.get(lineId);
    const unitCost = lines.find((line) => line.lineId === lineId)?.unitCost;
    if (variantId === undefined || unitCost === undefined) return [];
    const known = margins.get(variantId);
    // What has no price in the shop's currency is not sold in it: what missing it loses nobody knows.
    const margin = known === undefined ? null : Math.max(0, Number(known.netMinor) - unitCost);
    return { variantId, later: quantity, unitCost, margin };
  });
  return { lines: later, extraMinor: extraCost(lines, parts) };
}

async function applySplit(
  { tx, by, now }: WriteContext,
  { proposal }: { readonly proposal: SplitProposal },
): Promise<Result<Applied, Refusal>> {
  const { purchaseOrderId: id, version, parts } = proposal;
  const order = await readPurchaseOrder(tx, id);
  if (order === undefined || order.version !== version) {
    return refuse('order_moved', 'somebody has changed the order since');
  }
  const lines = parts.flatMap(({ lineId, quantity }) => {
    const known = parseId<'purchase_order_line'>(lineId);
    return known === undefined ? [] : [{ lineId: known, quantity }];
  });
  const expectedOn = order.expectedOn?.add({ days: LATER_DAYS });
  const split = await splitPurchaseOrder(tx, { id, parts: [{ lines, expectedOn }], by, now });
  if (!split.ok) return split;
  const before = order.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  return ok({ state: { laterId: split.value[1]?.id ?? '', before } });
}

/** Puts all of it on the first order again, while neither was sent. */
async function undoSplit(
  { tx, by, now }: WriteContext,
  { proposal, applied }: { readonly proposal: SplitProposal; readonly applied: unknown },
): Promise<Result<void, Refusal>> {
  const { laterId, before } = splitState.parse(applied);
  const cancelled = await cancelPurchaseOrder(tx, { id: laterId, by, now });
  if (!cancelled.ok) return cancelled;
  const edited = await editPurchaseOrder(tx, { id: proposal.purchaseOrderId, lines: before, by, now });
  return edited.ok ? ok(undefined) : edited;
}
