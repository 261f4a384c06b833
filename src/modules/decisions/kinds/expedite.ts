import type { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { demandOver } from '../../forecasting/index.ts';
import {
  expeditePurchaseOrder,
  listPurchaseOrders,
  type PurchaseOrder,
  readSupplier,
} from '../../purchasing/index.ts';
import { DEFAULT_POLICY, type Need, readNeeds } from '../../replenishment/index.ts';
import type { EvidenceChart } from '../decision.ts';
import type { Applied, DecisionKind, Found, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { stockLines, wantedDays, withArrival } from './charts.ts';
import { type ExpediteProposal, expediteProposal, soonerDay } from './expedite-proposal.ts';
import { type Goods, readGoods } from './goods.ts';
import { boundsOf, CONFIDENCE } from './outlook.ts';
import { type expediteBasis, realiseExpedite } from './realised/expedite.ts';
import { unservedOf } from './reorder-need.ts';
import type { Sold } from './sold.ts';

/** How often suppliers can when they are asked, as long as nothing was learned of it. */
const SAYS_YES = 0.3;
const OPEN = ['sent', 'confirmed', 'partly_received'] as const;
const MOST_ORDERS = 500;

/** Asks the supplier for goods sooner that will be missed before they come. */
export function expedite(sold: Sold): DecisionKind<ExpediteProposal> {
  return {
    ...{ id: 'expedite', version: 2, reversibility: 'irreversible', permission: 'purchasing:write' },
    proposal: expediteProposal,
    propose: proposeExpedites,
    fieldsOf: ({ promisedOn, wantedOn }) => [
      { key: 'expected_on', unit: 'text', before: promisedOn, value: wantedOn, isEditable: false },
    ],
    weightOf: () => ({ amountMinor: 0n }),
    revise: async () => refuse('not_editable', 'ask for another day on the order itself'),
    apply: applyExpedite,
    realise: (context, given) => realiseExpedite(context, given, sold),
  };
}

async function proposeExpedites(context: ReadContext): Promise<Found<ExpediteProposal>[]> {
  const orders = await listPurchaseOrders(context.db, { states: OPEN, limit: MOST_ORDERS });
  const due = orders.filter((order) => isWorthAsking(order, context));
  const variantIds = due.flatMap(({ lines }) => lines.map(({ variantId }) => variantId));
  const ids = [...new Set(variantIds)];
  const [all, needs] = await Promise.all([readGoods(context, ids), readNeeds(context.db, ids, context.now)]);
  const lossOf = new Map(needs.map(({ variantId, piece }) => [variantId, piece]));
  const goods = new Map(all.map((one) => [one.variantId, { ...one, piece: lossOf.get(one.variantId) }]));
  const found = await Promise.all(due.map((order) => proposedOf(context, order, goods)));
  // What of an order nobody knows the cost of is not in its value; it is named.
  const unknown = all.flatMap(({ variantId: id, label, costMinor }): Found<ExpediteProposal>[] =>
    costMinor === undefined ? [{ unknown: 'cost', subject: { type: 'variant', id, label } }] : [],
  );
  return [...found.flatMap((one) => one ?? []), ...unknown];
}

function isWorthAsking({ expectedOn, expeditedFor }: PurchaseOrder, { today }: ReadContext): boolean {
  if (expectedOn === undefined || expeditedFor !== undefined) return false;
  return today.until(expectedOn, { largestUnit: 'days' }).days > 2;
}

/** With what a missing piece loses, where the shop reckons with it. */
type Bought = Goods & { readonly piece: Need['piece'] | undefined };

async function proposedOf(
  { db, today, now, currency }: ReadContext,
  order: PurchaseOrder,
  goods: ReadonlyMap<string, Bought>,
): Promise<Proposed<ExpediteProposal> | undefined> {
  const { id, number, expectedOn, lines, supplierId } = order;
  if (expectedOn === undefined) return undefined;
  const supplier = await readSupplier(db, supplierId);
  const days = today.until(expectedOn, { largestUnit: 'days' }).days;
  const wantedOn = soonerDay(expectedOn, today, supplier?.closedDays ?? []);
  if (wantedOn === undefined) return undefined;
  const sooner = wantedOn.until(expectedOn, { largestUnit: 'days' }).days;
  const missed = lines.flatMap(
    ({ variantId }) => missedOf(goods.get(variantId), { today, days, sooner }) ?? [],
  );
  const pieces = missed.reduce((sum, one) => sum + one.pieces, 0);
  const cases = missed.reduce((sum, one) => sum.map((value, index) => value + (one.cases[index] ?? 0)), NONE);
  if (pieces < 1) return undefined;
  // Seven of ten say no, and then nothing is won.
  const refusals = Array.from({ length: 7 }, () => NONE).flat();
  const bounds = boundsOf([...cases, ...cases, ...cases, ...refusals]);
  if (bounds.valueMinor <= 0n) return undefined;
  const worst = missed.toSorted((one, other) => other.pieces - one.pieces)[0];
  const chart = worst && chartOf(goods.get(worst.variantId), order, { today, days, sooner });
  return {
    subject: { type: 'purchase_order', id, label: supplier ? `${number} · ${supplier.name}` : number },
    supplier: supplier?.name ?? '',
    proposal: { purchaseOrderId: id, promisedOn: expectedOn.toString(), wantedOn: wantedOn.toString() },
    evidence: {
      figures: [
        { key: 'lost_without', unit: 'count', value: String(Math.round(pieces)) },
        {
          key: 'cover_days',
          unit: 'days',
          value: String(Math.round(Math.min(...missed.map((one) => one.coverDays)))),
        },
        { key: 'says_yes', unit: 'share', value: String(SAYS_YES) },
      ],
      ...(chart === undefined ? {} : { chart }),
      computed: 'expedite',
    },
    predicted: {
      ...bounds,
      confidence: CONFIDENCE,
      currency,
      horizonDays: days,
      counterfactual: 'arrives_as_promised',
    },
    basis: {
      lines: missed.map(({ variantId, available, unserved }) => ({ variantId, available, ...unserved })),
    } satisfies z.infer<typeof expediteBasis>,
    waitCostMinorPerDay: bounds.valueMinor / BigInt(sooner),
    risk: { key: 'supplier_says_no', chance: 1 - SAYS_YES },
    fingerprint: [id, expectedOn, Math.round(pieces / 5)].join(' '),
    expiresAt: now.add({ hours: 24 * Math.max(1, days - sooner) }),
  };
}

const OUTCOMES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];
const NONE = OUTCOMES.map(() => 0);

/** What would be missed of a variant in the days that are won, and what that loses, in ten cases of demand. */
function missedOf(
  goods: Bought | undefined,
  {
    today,
    days,
    sooner,
  }: { readonly today: Temporal.PlainDate; readonly days: number; readonly sooner: number },
) {
  if (goods?.forecast?.isEnough !== true || goods.costMinor === undefined) return undefined;
  const { variantId, available, netMinor, costMinor } = goods;
  const [until, before] = [
    demandOver(goods.forecast, { from: today, days }),
    demandOver(goods.forecast, { from: today, days: days - sooner }),
  ];
  const marginMinor = Number(netMinor - costMinor);
  if (marginMinor <= 0) return undefined;
  const lossMinor = goods.piece?.lossMinor ?? marginMinor * (1 - DEFAULT_POLICY.substitutionShare);
  const unserved = unservedOf({ lossMinor }, { netMinor, costMinor }, 0);
  const cases = OUTCOMES.map((probability) => {
    const missedUntil = Math.max(0, until.quantile(probability) - available);
    const missedBefore = Math.max(0, before.quantile(probability) - available);
    return Math.max(0, missedUntil - missedBefore);
  });
  const pieces = cases.reduce((sum, value) => sum + value, 0) / cases.length;
  const coverDays = until.mean > 0 ? (available / until.mean) * days : days;
  return {
    variantId,
    available,
    unserved,
    pieces,
    coverDays,
    cases: cases.map((value) => value * lossMinor),
  };
}

/** Of what is missed most: its stock when the goods come as promised, and sooner. */
function chartOf(
  goods: Goods | undefined,
  { lines }: PurchaseOrder,
  {
    today,
    days,
    sooner,
  }: { readonly today: Temporal.PlainDate; readonly days: number; readonly sooner: number },
): EvidenceChart | undefined {
  if (goods?.forecast === undefined) return undefined;
  const pieces = lines.find(({ variantId }) => variantId === goods.variantId)?.quantity ?? 0;
  const wanted = wantedDays(goods.forecast, { from: today, days: Math.min(days + sooner, 180) });
  const nothing = wanted.map(() => 0);
  return stockLines({
    ...{ stock: goods.available, wanted, asIs: withArrival(nothing, days, pieces) },
    proposed: withArrival(nothing, days - sooner, pieces),
  });
}

async function applyExpedite(
  { tx, by, now }: WriteContext,
  { proposal }: { readonly proposal: ExpediteProposal },
): Promise<Result<Applied, Refusal>> {
  const wantedOn = Temporal.PlainDate.from(proposal.wantedOn);
  const asked = await expeditePurchaseOrder(tx, { id: proposal.purchaseOrderId, wantedOn, by, now });
  return asked.ok ? ok({ state: {} }) : asked;
}
