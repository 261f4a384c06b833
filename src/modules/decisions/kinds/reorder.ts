import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { cancelPurchaseOrder, editPurchaseOrder, readPurchaseOrder } from '../../purchasing/index.ts';
import { listNeeds, orderNeeds, readMargins, readNeeds } from '../../replenishment/index.ts';
import type { Applied, DecisionKind, Found, ReadContext, WriteContext } from '../kind.ts';
import { rankOf } from '../ranking.ts';
import { labelOf } from './goods.ts';
import { idWithin } from './id-within.ts';
import { realiseReorder } from './realised/reorder.ts';
import { proposedNeed } from './reorder-need.ts';
import { orderValueMinor, type ReorderProposal, reorderFields, reorderProposal } from './reorder-proposal.ts';
import { together } from './reorder-together.ts';
import { reviseReorder } from './revise-reorder.ts';
import type { Sold } from './sold.ts';

/** The most valuable first: nobody decides on more in a day. */
const MOST_NEEDS = 1_000;

/** Orders of the supplier what will run out, as replenishment reckons it. */
export function reorder(sold: Sold): DecisionKind<ReorderProposal> {
  return {
    ...{ id: 'reorder', version: 3, reversibility: 'until_sent', permission: 'purchasing:write' },
    proposal: reorderProposal,
    propose: proposeReorders,
    fieldsOf: reorderFields,
    weightOf: (proposal) => ({ amountMinor: orderValueMinor(proposal) }),
    revise: reviseReorder,
    apply: applyReorder,
    undo: undoReorder,
    realise: (context, given) => realiseReorder(context, given, sold),
  };
}

async function proposeReorders(context: ReadContext): Promise<Found<ReorderProposal>[]> {
  const { db, now, zone, currency, economics } = context;
  // What the last review of the whole shop found, reckoned anew for what changed since.
  const ids = (await listNeeds(db, { limit: MOST_NEEDS })).map(({ variantId }) => variantId);
  const needs = (await readNeeds(db, ids, now)).filter(({ quantity }) => quantity > 0);
  const margins = await readMargins(
    db,
    needs.map(({ variantId }) => variantId),
    { currency, now },
  );
  const each = needs.flatMap((need) => {
    const margin = margins.get(need.variantId);
    if (margin?.sellable.status !== 'active') return [];
    const subject = { type: 'variant', id: need.variantId, label: labelOf(margin.sellable) } as const;
    const one = proposedNeed(context, { need, margin, quantity: need.quantity });
    return { need, found: one ?? ({ unknown: 'cost', subject } as const) };
  });
  const small = each.flatMap(({ need, found }) => {
    const isSmall =
      !('unknown' in found) && rankOf(found, { now, zone }).worthMinor < economics.attentionMinor;
    return isSmall ? { supplierId: need.source.supplierId, one: found } : [];
  });
  const some = new Set<unknown>(small.map(({ one }) => one));
  return [
    ...each.flatMap(({ found }) => (some.has(found) ? [] : found)),
    ...[...Map.groupBy(small, ({ supplierId }) => supplierId)].map(([supplierId, of]) =>
      together(
        supplierId,
        of.map(({ one }) => one),
      ),
    ),
  ];
}

async function applyReorder(
  { tx, by, now }: WriteContext,
  { proposal }: { readonly proposal: ReorderProposal },
): Promise<Result<Applied, Refusal>> {
  const wanted = proposal.lines.filter(({ quantity }) => quantity > 0);
  const lines = wanted.map(({ variantId, quantity, onOrder }) => ({ variantId, quantity, onOrder }));
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
  const wanted = proposal.lines.filter(({ quantity }) => quantity > 0);
  const ordered = new Map(wanted.map(({ variantId, quantity }) => [variantId, quantity]));
  const order = await readPurchaseOrder(tx, id);
  if (order === undefined) return refuse('not_found', 'the order is gone');
  const isThere = [...ordered].every(([variantId, quantity]) =>
    order.lines.some((line) => line.variantId === variantId && line.quantity >= quantity),
  );
  if (!isThere) return refuse('order_changed', 'somebody has made its lines smaller since');
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
