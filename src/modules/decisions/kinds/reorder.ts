import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { readSellables } from '../../catalog/index.ts';
import {
  cancelPurchaseOrder,
  converted,
  editPurchaseOrder,
  lineValueMinor,
  priceAt,
  readPurchaseOrder,
  type Source,
} from '../../purchasing/index.ts';
import { listNeeds, type Need, type NeedAhead, orderNeeds, readNeeds } from '../../replenishment/index.ts';
import type { Decision, EvidenceChart } from '../decision.ts';
import { editedWhole, type Field } from '../field.ts';
import type { Applied, DecisionKind, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { rankOf } from '../ranking.ts';
import { stockLines, withArrival } from './charts.ts';
import { labelOf } from './goods.ts';
import { idWithin } from './id-within.ts';
import { realiseReorder } from './realised/reorder.ts';
import {
  orderValueMinor,
  type ReorderBasis,
  type ReorderProposal,
  reorderProposal,
} from './reorder-proposal.ts';
import { together } from './reorder-together.ts';
import type { Sold } from './sold.ts';

/** The most valuable first: nobody decides on more in a day. */
const MOST_NEEDS = 1_000;
/** More than so many times what is proposed is no edit any more. */
const MOST_TIMES = 10;

/** Orders of the supplier what will run out, as replenishment reckons it. */
export function reorder(sold: Sold): DecisionKind<ReorderProposal> {
  return {
    ...{ id: 'reorder', version: 2, reversibility: 'until_sent', permission: 'purchasing:write' },
    proposal: reorderProposal,
    propose: proposeReorders,
    fieldsOf,
    weightOf: (proposal) => ({ amountMinor: orderValueMinor(proposal) }),
    revise: reviseReorder,
    apply: applyReorder,
    undo: undoReorder,
    realise: (context, given) => realiseReorder(context, given, sold),
  };
}

async function proposeReorders(context: ReadContext): Promise<Proposed<ReorderProposal>[]> {
  const { db, now, zone, economics } = context;
  // What the last review of the whole shop found, reckoned anew for what changed since.
  const ids = (await listNeeds(db, { limit: MOST_NEEDS })).map(({ variantId }) => variantId);
  const needs = (await readNeeds(db, ids, now)).filter(({ quantity }) => quantity > 0);
  const sellables = await readSellables(
    db,
    needs.map(({ variantId }) => variantId),
  );
  const each = needs.flatMap((need) => {
    const sellable = sellables.get(need.variantId);
    return sellable?.status === 'active' ? { need, one: proposedOf(context, need, labelOf(sellable)) } : [];
  });
  const isSmall = ({ one }: (typeof each)[number]) =>
    rankOf(one, { now, zone }).worthMinor < economics.attentionMinor;
  const small = Map.groupBy(each.filter(isSmall), ({ need }) => need.source.supplierId);
  return [
    ...each.filter((given) => !isSmall(given)).map(({ one }) => one),
    ...[...small].map(([supplierId, some]) =>
      together(
        supplierId,
        some.map(({ one }) => one),
      ),
    ),
  ];
}

function proposedOf(context: ReadContext, need: NeedAhead, label: string): Proposed<ReorderProposal> {
  const { now, currency } = context;
  const { variantId, source, quantity, onOrder, predicted, waitCostMinorPerDay, stockOutChance } = need;
  const whole = (value: number) => BigInt(Math.round(value));
  const [valueMinor, low, high] = [predicted.valueMinor, predicted.lowMinor, predicted.highMinor].map(whole);
  const value = valueMinor ?? 0n;
  const { supplierName: supplier, packSize } = source;
  const worth = worthOf(source, quantity, currency);
  return {
    subject: { type: 'variant', id: variantId, label },
    supplier,
    proposal: { lines: [{ variantId, quantity, packSize, onOrder, valueMinor: worth }], supplier },
    evidence: { figures: figuresOf(need), chart: chartOf(need), computed: 'reorder' },
    predicted: {
      ...{
        valueMinor: value,
        lowMinor: smaller(low ?? value, value),
        highMinor: larger(high ?? value, value),
      },
      ...{ confidence: predicted.confidence, currency, counterfactual: 'not_ordered' },
      horizonDays: Math.min(365, Math.max(1, Math.ceil(predicted.horizonDays))),
    },
    basis: { lines: [basisOf(need)] } satisfies ReorderBasis,
    waitCostMinorPerDay: whole(Math.max(0, waitCostMinorPerDay)),
    risk: { key: 'demand_falls', chance: Math.max(0, Math.min(1, 1 - stockOutChance)) },
    // The same need is the same decision until the quantity is another by more than a pack or a tenth.
    fingerprint: [source.supplierId, Math.round(quantity / Math.max(packSize, quantity / 10)), onOrder].join(
      ' ',
    ),
    expiresAt: now.add({ hours: 24 * Math.max(2, source.reviewDays) }),
  };
}

function figuresOf(need: Need): Proposed['evidence']['figures'] {
  const { available, onOrder, reorderPoint, orderUpTo, coverDays, stockOutChance } = need;
  const count = (key: string, value: number) =>
    ({ key, unit: 'count', value: String(Math.round(value)) }) as const;
  return [
    count('available', available),
    count('on_order', onOrder),
    ...(coverDays === undefined
      ? []
      : [{ key: 'cover_days', unit: 'days', value: String(Math.round(coverDays)) } as const]),
    { key: 'stock_out_chance', unit: 'share', value: stockOutChance.toFixed(3) },
    count('reorder_point', reorderPoint),
    count('order_up_to', orderUpTo),
  ];
}

function chartOf({ ahead: { stock, wanted, coming, leadDays }, quantity }: NeedAhead): EvidenceChart {
  const proposed = withArrival(coming, leadDays, quantity);
  return stockLines({ stock, wanted, asIs: coming, proposed });
}

function basisOf({ variantId, available, onOrder, piece }: Need): ReorderBasis['lines'][number] {
  return { variantId, available, onOrder, ...piece };
}

function fieldsOf(proposal: ReorderProposal): Field[] {
  const value = String(orderValueMinor(proposal));
  const [first, ...others] = proposal.lines;
  const told: Field[] = [
    { key: 'value', unit: 'money', value, isEditable: false },
    { key: 'supplier', unit: 'text', value: proposal.supplier, isEditable: false },
  ];
  if (first === undefined || others.length > 0) {
    const count = String(proposal.lines.length);
    return [{ key: 'variants', unit: 'count', value: count, isEditable: false }, ...told];
  }
  const { quantity, packSize } = first;
  return [
    {
      ...{
        key: 'quantity',
        unit: 'count',
        value: String(quantity),
        isEditable: true,
        least: String(packSize),
      },
      most: String(quantity * MOST_TIMES),
    },
    ...told,
  ];
}

/** A person's quantity, in whole packs; the prediction stays that of the need, in proportion up to what was proposed. */
async function reviseReorder(
  context: ReadContext,
  decision: Decision,
  given: { readonly proposal: ReorderProposal; readonly edits: Readonly<Record<string, string>> },
): Promise<Result<Proposed<ReorderProposal>, Refusal<'invalid_edit' | 'not_editable' | 'not_enough'>>> {
  const { proposal, edits } = given;
  const wanted = editedWhole(fieldsOf(proposal)[0], edits['quantity']);
  const [line, ...others] = proposal.lines;
  if (line === undefined || others.length > 0) {
    return refuse('not_editable', 'change it on the order itself, which is a draft');
  }
  const { variantId, packSize } = line;
  if (wanted === undefined || Number(wanted) % packSize !== 0) {
    return refuse(
      'invalid_edit',
      `whole packs of ${packSize}, up to ${MOST_TIMES} times as much`,
      'quantity',
    );
  }
  const [need] = await readNeeds(context.db, [variantId], context.now);
  if (need === undefined || need.quantity === 0) {
    return refuse('not_enough', 'by now nothing of it is needed any more');
  }
  const quantity = Number(wanted);
  const share = Math.min(1, quantity / need.quantity);
  const { valueMinor, lowMinor, highMinor } = need.predicted;
  const predicted = {
    ...{ ...need.predicted, valueMinor: valueMinor * share },
    ...{ lowMinor: Math.min(lowMinor, lowMinor * share), highMinor: highMinor * share },
  };
  return ok(proposedOf(context, { ...need, quantity, predicted }, decision.subject.label));
}

async function applyReorder(
  { tx, by, now }: WriteContext,
  { proposal }: { readonly proposal: ReorderProposal },
): Promise<Result<Applied, Refusal>> {
  const lines = proposal.lines.map(({ variantId, quantity, onOrder }) => ({ variantId, quantity, onOrder }));
  const ordered = await orderNeeds(tx, { lines, by, now });
  if (!ordered.ok) return ordered;
  const [order] = ordered.value;
  return ok({ state: { purchaseOrderId: order?.id ?? '' } });
}

const state = z.object({ purchaseOrderId: idWithin<'purchase_order'>() });

/** Takes the pieces off the order again, while nobody was told of it; the last line takes the order with it. */
async function undoReorder(
  { tx, by, now }: WriteContext,
  { proposal, applied }: { readonly proposal: ReorderProposal; readonly applied: unknown },
): Promise<Result<void, Refusal>> {
  const { purchaseOrderId: id } = state.parse(applied);
  const ordered = new Map(proposal.lines.map(({ variantId, quantity }) => [variantId, quantity]));
  const order = await readPurchaseOrder(tx, id);
  if (order === undefined) return refuse('not_found', 'the order is gone');
  const lines = order.lines.flatMap((line) => {
    const left = line.quantity - (ordered.get(line.variantId) ?? 0);
    const { variantId, priceMinor, perQuantity } = line;
    return left > 0 ? { variantId, quantity: left, priceMinor, perQuantity } : [];
  });
  if (order.sentAt !== undefined) return refuse('wrong_state', 'the supplier was told of it');
  const done =
    lines.length === 0
      ? await cancelPurchaseOrder(tx, { id, by, now })
      : await editPurchaseOrder(tx, { id, lines, by, now });
  return done.ok ? ok(undefined) : done;
}

/** What so many pieces come to, in the shop's currency. */
function worthOf(
  { breaks, currency: from, rateE10 }: Source,
  quantity: number,
  to: Source['currency'],
): bigint {
  const price = priceAt(breaks, quantity);
  return price === undefined ? 0n : converted(lineValueMinor(price, quantity), { from, to, rateE10 });
}

const smaller = (one: bigint, other: bigint) => (one < other ? one : other);
const larger = (one: bigint, other: bigint) => (one > other ? one : other);
