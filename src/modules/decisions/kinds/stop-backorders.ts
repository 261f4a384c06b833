import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { demandOver, readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { listItems, readPolicies, readPositions, setPolicies } from '../../inventory/index.ts';
import { readOnOrder, readSources } from '../../purchasing/index.ts';
import { readMargins } from '../../replenishment/index.ts';
import { minor } from '../field.ts';
import type { Applied, DecisionKind, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { worthOfStopping } from './backorder-worth.ts';
import { demandWeeks } from './charts.ts';
import { labelOf } from './goods.ts';
import { idWithin } from './id-within.ts';
import { CONFIDENCE } from './outlook.ts';
import { type backorderBasis, realiseBackorders } from './realised/backorders.ts';

const HORIZON_DAYS = 28;
const AT_ONCE = 1_000;

export type BackorderProposal = {
  readonly variantId: VariantId;
  readonly pieces: number;
  /** What these would bring, before tax. */
  readonly salesMinor: bigint;
};

const proposalSchema: z.ZodType<BackorderProposal> = z.object({
  variantId: idWithin<'variant'>(),
  pieces: z.int().min(0),
  salesMinor: minor,
});

/** Sells no more beyond stock what nobody sells to the shop and of which nothing is on its way. */
export const stopBackorders: DecisionKind<BackorderProposal> = {
  ...{ id: 'stop_backorders', version: 2, reversibility: 'reversible', permission: 'stock:write' },
  proposal: proposalSchema,
  propose: proposeStops,
  fieldsOf: () => [{ key: 'backorders', unit: 'text', before: 'on', value: 'off', isEditable: false }],
  weightOf: ({ salesMinor }) => ({ amountMinor: salesMinor }),
  revise: async () => refuse('not_editable', 'goods are sold beyond stock or they are not'),
  apply: (context, { proposal }) => switchTo(context, proposal, false),
  undo: async (context, { proposal }) => {
    const done = await switchTo(context, proposal, true);
    return done.ok ? ok(undefined) : done;
  },
  realise: (context, { decision, proposal: { variantId } }) =>
    realiseBackorders(context, { decision, variantId }),
};

async function proposeStops(context: ReadContext): Promise<Proposed<BackorderProposal>[]> {
  const found: Proposed<BackorderProposal>[] = [];
  let after: Parameters<typeof listItems>[1]['after'];
  for (;;) {
    const page = await listItems(context.db, { after, limit: AT_ONCE });
    found.push(
      ...(await stopsAmong(
        context,
        page.map(({ item }) => item.variantId),
      )),
    );
    if (page.length < AT_ONCE) return found;
    after = page.at(-1)?.position;
  }
}

async function stopsAmong(
  context: ReadContext,
  all: readonly VariantId[],
): Promise<Proposed<BackorderProposal>[]> {
  const { db, now, currency } = context;
  const policies = await readPolicies(db, all);
  const ids = all.filter(
    (id) => policies.get(id)?.isTracked === true && policies.get(id)?.mayBackorder === true,
  );
  const [positions, sources, onOrder, forecasts, margins] = await Promise.all([
    readPositions(db, ids),
    readSources(db, ids, now),
    readOnOrder(db, ids),
    readForecasts(db, ids),
    readMargins(db, ids, { currency, now }),
  ]);
  return ids.flatMap((id) => {
    const [position, forecast, margin] = [positions.get(id), forecasts.get(id), margins.get(id)];
    const isComing = (onOrder.get(id) ?? []).length > 0 || (sources.get(id) ?? []).length > 0;
    if (position === undefined || forecast === undefined || margin === undefined || isComing) return [];
    if (position.available > 0 || position.inTransit > 0 || margin.sellable.status !== 'active') return [];
    const outlook = demandOver(forecast, { from: context.today, days: HORIZON_DAYS });
    return proposedOf(context, id, { position, outlook, forecast, margin });
  });
}

function proposedOf(
  { now, today, currency }: ReadContext,
  variantId: VariantId,
  {
    position: { waiting },
    outlook,
    forecast,
    margin: { sellable, netMinor, costMinor },
  }: {
    readonly position: { readonly waiting: number };
    readonly forecast: StoredForecast;
    readonly outlook: { readonly mean: number; readonly variance: number };
    readonly margin: {
      readonly sellable: Parameters<typeof labelOf>[0];
      readonly netMinor: bigint;
      readonly costMinor: bigint | undefined;
    };
  },
): Proposed<BackorderProposal>[] {
  const worth = worthOfStopping(outlook, Number(netMinor - (costMinor ?? 0n)));
  if (worth.value <= 0) return [];
  const amount = (of: number) => BigInt(Math.round(of));
  const pieces = Math.ceil(outlook.mean);
  return [
    {
      subject: { type: 'variant', id: variantId, label: labelOf(sellable) },
      proposal: { variantId, pieces, salesMinor: netMinor * BigInt(pieces) },
      evidence: {
        figures: [
          { key: 'waiting', unit: 'count', value: String(waiting) },
          { key: 'demand', unit: 'count', value: String(pieces) },
        ],
        chart: demandWeeks([forecast], { from: today, weeks: HORIZON_DAYS / 7 }),
        computed: 'stop_backorders',
      },
      predicted: {
        ...{ valueMinor: amount(worth.value), lowMinor: amount(worth.low), highMinor: amount(worth.high) },
        ...{ confidence: CONFIDENCE, currency, horizonDays: HORIZON_DAYS },
        counterfactual: 'backorders_go_on',
      },
      basis: {
        ...{ waiting, mean: outlook.mean, variance: outlook.variance },
        marginMinor: Number(netMinor - (costMinor ?? 0n)),
      } satisfies z.infer<typeof backorderBasis>,
      waitCostMinorPerDay: amount(worth.value / HORIZON_DAYS),
      risk: { key: 'lost_orders' },
      fingerprint: `${variantId} ${Math.round(Math.log2(outlook.mean + 1))}`,
      expiresAt: now.add({ hours: 24 * 7 }),
    },
  ];
}

async function switchTo(
  { tx }: WriteContext,
  { variantId }: BackorderProposal,
  mayBackorder: boolean,
): Promise<Result<Applied, Refusal>> {
  const policy = (await readPolicies(tx, [variantId])).get(variantId);
  if (policy === undefined || policy.mayBackorder === mayBackorder) {
    return refuse('policy_moved', 'somebody has changed since how it is sold');
  }
  await setPolicies(tx, [{ ...policy, mayBackorder }]);
  return ok({ state: {} });
}
