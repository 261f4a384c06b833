import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import {
  cancelTransfer,
  type Location,
  listTransfers,
  readLevels,
  readLocations,
  saveTransfer,
} from '../../inventory/index.ts';
import { listNeeds, type Margin, type NeedAhead, readMargins, readNeeds } from '../../replenishment/index.ts';
import { type Edits, editedWhole, type Field, minor } from '../field.ts';
import type { Applied, DecisionKind, Found, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { stockLines, withArrival } from './charts.ts';
import { labelOf } from './goods.ts';
import { idWithin } from './id-within.ts';
import { realiseTransfer, type transferBasis, transferState } from './realised/transfer.ts';
import { boughtFor, unservedOf } from './reorder-need.ts';
import type { Sold } from './sold.ts';

const MOST_NEEDS = 1_000;
const MOST_DRAFTS = 500;
/** Between places of a shop, as long as nobody says how long it takes. */
const ON_ITS_WAY_DAYS = 2;

const proposalSchema = z.object({
  ...{ variantId: idWithin<'variant'>(), fromId: idWithin<'location'>(), toId: idWithin<'location'>() },
  ...{ from: z.string(), to: z.string(), quantity: z.int().min(1), most: z.int().min(1), valueMinor: minor },
});
export type TransferProposal = z.output<typeof proposalSchema>;

/**
 * Writes down that goods are to go from a place that does not sell (a closed shop, a depot) to where they are wanted, before
 * more of them is bought. A draft: somebody packs and sends it.
 */
export function transfer(sold: Sold): DecisionKind<TransferProposal> {
  return {
    ...{ id: 'transfer', version: 3, reversibility: 'until_sent', permission: 'stock:write' },
    proposal: proposalSchema,
    propose: proposeTransfers,
    fieldsOf,
    weightOf: ({ valueMinor }) => ({ amountMinor: valueMinor }),
    revise: reviseTransfer,
    apply: applyTransfer,
    undo: async ({ tx, by, now }, { applied }) => {
      const cancelled = await cancelTransfer(tx, {
        id: transferState.parse(applied).transferId,
        now,
        actor: by,
      });
      return cancelled.ok ? ok(undefined) : cancelled;
    },
    realise: (context, { decision, proposal: { variantId } }) =>
      realiseTransfer(context, { decision, variantId }, sold),
  };
}

async function proposeTransfers(context: ReadContext): Promise<Found<TransferProposal>[]> {
  const { db, now, currency } = context;
  const places = await readLocations(db);
  const closed = new Map(places.filter(({ isActive }) => !isActive).map((place) => [place.id, place]));
  if (closed.size === 0) return [];
  const ids = (await listNeeds(db, { limit: MOST_NEEDS })).map(({ variantId }) => variantId);
  const [needs, levels, margins, drafts] = await Promise.all([
    readNeeds(db, ids, now),
    readLevels(db, ids),
    readMargins(db, ids, { currency, now }),
    listTransfers(db, { states: ['draft'], limit: MOST_DRAFTS }),
  ]);
  const planned = new Set(drafts.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)));
  return needs.flatMap((need) => {
    const margin = margins.get(need.variantId);
    const to = places.find(({ id }) => id === need.locationId);
    const [most] = (levels.get(need.variantId) ?? [])
      .filter(({ locationId, available }) => closed.has(locationId) && available > 0)
      .toSorted((one, other) => other.available - one.available);
    const from = most && closed.get(most.locationId);
    if (need.quantity === 0 || planned.has(need.variantId) || !margin || !to || !from) return [];
    const quantity = Math.min(most.available, need.quantity);
    const move = { ...placesOf(from, to), variantId: need.variantId, quantity, most: most.available };
    const subject = { type: 'variant', id: need.variantId, label: labelOf(margin.sellable) } as const;
    return proposedOf(context, { need, margin, move }) ?? { unknown: 'cost', subject };
  });
}

async function reviseTransfer(
  context: ReadContext,
  _decision: unknown,
  { proposal, edits }: { readonly proposal: TransferProposal; readonly edits: Edits },
): Promise<Result<Proposed<TransferProposal>, Refusal<'invalid_edit' | 'not_enough'>>> {
  const wanted = editedWhole(fieldsOf(proposal)[0], edits['quantity']);
  if (wanted === undefined) return refuse('invalid_edit', `1 to ${proposal.most} pieces`, 'fields.quantity');
  const { db, now, currency } = context;
  const { variantId } = proposal;
  const [needs, margins] = await Promise.all([
    readNeeds(db, [variantId], now),
    readMargins(db, [variantId], { currency, now }),
  ]);
  const [need, margin] = [needs[0], margins.get(variantId)];
  const isNeeded = need !== undefined && need.quantity > 0 && margin !== undefined;
  const move = { ...proposal, quantity: Number(wanted) };
  const one = isNeeded ? proposedOf(context, { need, margin, move }) : undefined;
  return one === undefined ? refuse('not_enough', 'by now it is not needed any more') : ok(one);
}

function placesOf(from: Location, to: Location) {
  return { fromId: from.id, toId: to.id, from: from.name, to: to.name };
}

function fieldsOf({ quantity, most, from, to }: TransferProposal): Field[] {
  return [
    {
      key: 'quantity',
      unit: 'count',
      value: String(quantity),
      isEditable: true,
      least: '1',
      most: String(most),
    },
    { key: 'from', unit: 'text', value: from, isEditable: false },
    { key: 'to', unit: 'text', value: to, isEditable: false },
  ];
}

type Moved = {
  readonly need: NeedAhead;
  readonly margin: Margin;
  readonly move: Omit<TransferProposal, 'valueMinor'>;
};

/**
 * Worth what as many bought pieces would be, in proportion: they are there sooner, and cost nothing more. `undefined`: nobody
 * knows what a piece costs.
 */
function proposedOf(
  { now, currency }: ReadContext,
  { need, margin, move }: Moved,
): Proposed<TransferProposal> | undefined {
  const { predicted, waitCostMinorPerDay, available, reorderPoint, source, ahead } = need;
  const bought = boughtFor(source, Math.max(need.quantity, 1), { to: currency, margin });
  if (bought === undefined && margin.costMinor === undefined) return undefined;
  const unitMinor = Number(bought ?? 0n) / Math.max(need.quantity, 1);
  const share = Math.min(move.quantity / need.quantity, 1);
  const amount = (of: number) => BigInt(Math.round(of * share));
  const [value, low, high] = [predicted.valueMinor, predicted.lowMinor, predicted.highMinor].map(amount);
  const valueMinor = value ?? 0n;
  const count = (key: string, of: number) => ({ key, unit: 'count', value: String(Math.round(of)) }) as const;
  return {
    subject: { type: 'variant', id: move.variantId, label: labelOf(margin.sellable) },
    proposal: { ...move, valueMinor },
    evidence: {
      figures: [count('available', available), count('reorder_point', reorderPoint)],
      chart: stockLines({
        ...{ stock: ahead.stock, wanted: ahead.wanted, asIs: ahead.coming },
        proposed: withArrival(ahead.coming, ON_ITS_WAY_DAYS, move.quantity),
      }),
      computed: 'transfer',
    },
    predicted: {
      ...{ valueMinor, lowMinor: least(low ?? valueMinor, valueMinor), confidence: predicted.confidence },
      ...{ highMinor: high !== undefined && high > valueMinor ? high : valueMinor, currency },
      ...{ horizonDays: Math.max(1, Math.ceil(predicted.horizonDays)), counterfactual: 'not_moved' },
    },
    basis: { available, ...unservedOf(need.piece, margin, unitMinor) } satisfies z.infer<
      typeof transferBasis
    >,
    waitCostMinorPerDay: amount(Math.max(0, waitCostMinorPerDay)),
    risk: { key: 'none' },
    fingerprint: [move.fromId, move.toId, Math.round(Math.log2(move.quantity + 1))].join(' '),
    expiresAt: now.add({ hours: 24 * Math.max(2, source.reviewDays) }),
  };
}

const least = (one: bigint, other: bigint) => (one < other ? one : other);

async function applyTransfer(
  { tx, by, now }: WriteContext,
  { proposal: { variantId, quantity, fromId, toId } }: { readonly proposal: TransferProposal },
): Promise<Result<Applied, Refusal>> {
  const draft = { fromId, toId, expectedOn: undefined, note: '', lines: [{ variantId, quantity }] };
  const saved = await saveTransfer(tx, { draft, now, actor: by });
  return saved.ok ? ok({ state: { transferId: saved.value.id } }) : saved;
}
