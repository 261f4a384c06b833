import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { VariantId } from '../../catalog/index.ts';
import { demandOver, readForecasts, type StoredForecast } from '../../forecasting/index.ts';
import { listItems, readPolicies, readPositions, setPolicies } from '../../inventory/index.ts';
import { readOnOrder, readSources } from '../../purchasing/index.ts';
import { readMargins } from '../../replenishment/index.ts';
import { minor } from '../field.ts';
import type { Applied, DecisionKind, Found, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { CANCELLATION_MINOR, CANCELLED, worthOfStopping } from './backorder-worth.ts';
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

async function proposeStops(context: ReadContext): Promise<Found<BackorderProposal>[]> {
  const found: Found<BackorderProposal>[] = [];
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
): Promise<Found<BackorderProposal>[]> {
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
  return ids.flatMap((id): Found<BackorderProposal>[] => {
    const [position, forecast, margin] = [positions.get(id), forecasts.get(id), margins.get(id)];
    const isComing = (onOrder.get(id) ?? []).length > 0 || (sources.get(id) ?? []).length > 0;
    if (position === undefined || forecast === undefined || margin === undefined || isComing) return [];
    if (position.available > 0 || position.inTransit > 0 || margin.sellable.status !== 'active') return [];
    const outlook = demandOver(forecast, { from: context.today, days: HORIZON_DAYS });
    const { sellable, netMinor, costMinor } = margin;
    const subject = { type: 'variant', id, label: labelOf(sellable) } as const;
    if (costMinor === undefined) return outlook.mean > 0 ? [{ unknown: 'cost', subject }] : [];
    const known = { netMinor, marginMinor: Number(netMinor - costMinor) };
    return proposedOf(context, subject, { position, outlook, forecast, ...known });
  });
}

function proposedOf(
  { now, today, currency }: ReadContext,
  subject: Proposed['subject'] & { readonly id: VariantId },
  {
    position: { waiting },
    outlook,
    forecast,
    netMinor,
    marginMinor,
  }: {
    readonly position: { readonly waiting: number };
    readonly forecast: StoredForecast;
    readonly outlook: { readonly mean: number; readonly variance: number };
    readonly netMinor: bigint;
    readonly marginMinor: number;
  },
): Proposed<BackorderProposal>[] {
  const worth = worthOfStopping(outlook, marginMinor);
  if (worth.value <= 0) return [];
  const amount = (of: number) => BigInt(Math.round(of));
  const pieces = Math.ceil(outlook.mean);
  return [
    {
      subject,
      proposal: { variantId: subject.id, pieces, salesMinor: netMinor * BigInt(pieces) },
      evidence: {
        figures: [
          { key: 'waiting', unit: 'count', value: String(waiting) },
          { key: 'demand', unit: 'count', value: String(pieces) },
          { key: 'cancellation', unit: 'money', value: String(CANCELLATION_MINOR) },
          { key: 'cancelled', unit: 'share', value: String(CANCELLED.likely) },
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
        ...{ waiting, mean: outlook.mean, variance: outlook.variance, marginMinor },
      } satisfies z.infer<typeof backorderBasis>,
      waitCostMinorPerDay: amount(worth.value / HORIZON_DAYS),
      risk: { key: 'lost_orders' },
      fingerprint: `${subject.id} ${Math.round(Math.log2(outlook.mean + 1))}`,
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
