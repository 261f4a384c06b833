import { z } from 'zod';
import {
  currencyOf,
  money,
  ok,
  type Refusal,
  type Result,
  refuse,
  toDecimal,
} from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { type KeptPromotion, listPromotions, netMinor, savePromotion } from '../../pricing/index.ts';
import type { Applied, DecisionKind, Found, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { type Costed, type Goods, goodsInPages, isCosted } from './goods.ts';
import { idWithin } from './id-within.ts';
import { boundsOf, CONFIDENCE, meanOf, salesCases } from './outlook.ts';
import { outlookOf, roughly, stockChart } from './price-proposed.ts';
import { type promotionBasis, realisePromotion } from './realised/promotion.ts';
import type { Sold } from './sold.ts';

const HORIZON_DAYS = 28;
const MOST_CASES = 50;

export type PromotionProposal = {
  readonly promotionId: KeptPromotion['promotion']['id'];
  readonly discountMinor: bigint;
};

const proposalSchema: z.ZodType<PromotionProposal> = z.object({
  promotionId: idWithin<'promotion'>(),
  discountMinor: z.union([z.bigint(), z.string()]).transform((text) => BigInt(text)),
});

/** Ends a promotion of goods that sell out at the full price as well: what it gives away is given away for nothing. */
export function lowStockPromotionOff(sold: Sold): DecisionKind<PromotionProposal> {
  return {
    ...{
      id: 'low_stock_promotion_off',
      version: 2,
      reversibility: 'reversible',
      permission: 'promotions:write',
    },
    proposal: proposalSchema,
    propose: proposeEndings,
    fieldsOf: () => [{ key: 'promotion', unit: 'text', before: 'on', value: 'off', isEditable: false }],
    weightOf: ({ discountMinor }) => ({ amountMinor: discountMinor }),
    revise: async () => refuse('not_editable', 'a promotion is on or off'),
    apply: (context, { proposal }) => switchTo(context, proposal, false),
    undo: async (context, { proposal }) => {
      const done = await switchTo(context, proposal, true);
      return done.ok ? ok(undefined) : done;
    },
    realise: (context, { decision, proposal: { promotionId } }) =>
      realisePromotion(context, { decision, promotionId }, sold),
  };
}

async function proposeEndings(context: ReadContext): Promise<Found<PromotionProposal>[]> {
  const simple = (await listPromotions(context.db)).flatMap((kept) => simpleOf(kept) ?? []);
  const reduced: Goods[] = [];
  if (simple.length > 0) {
    for await (const page of goodsInPages(context)) {
      reduced.push(...page.filter((goods) => simple.some((one) => isReduced(one, goods))));
    }
  }
  return simple.flatMap((one): Found<PromotionProposal>[] => {
    const goods = reduced.filter((some) => isReduced(one, some));
    const { id, name } = one.kept.promotion;
    const costed = goods.filter(isCosted);
    if (costed.length < goods.length) {
      return [{ unknown: 'cost', subject: { type: 'promotion', id, label: name } }];
    }
    const ending = endingOf(context, one, costed);
    return ending === undefined ? [] : [ending];
  });
}

type Simple = {
  readonly kept: KeptPromotion;
  readonly rateMillionths: number;
  readonly variants: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
};

function isReduced({ variants, products }: Simple, { variantId, sellable }: Goods): boolean {
  return variants.has(variantId) || products.has(sellable.productId);
}

/** Promotions that are a percentage off certain goods, for everybody: of others nobody knows whom they bring. */
function simpleOf(kept: KeptPromotion): Simple | undefined {
  const { promotion, isActive } = kept;
  const [benefit, ...others] = promotion.benefits;
  if (!isActive || promotion.trigger !== 'automatic' || others.length > 0) return undefined;
  if (benefit?.kind !== 'percent_off' || benefit.per !== 'item' || benefit.goods.noneOf.length > 0)
    return undefined;
  const { anyOf } = benefit.goods;
  const isByThing =
    anyOf.length > 0 &&
    anyOf.every(({ products, variants, ...rest }) => {
      const isWider = Object.values(rest).some((value) => value !== undefined);
      return !isWider && (products === undefined) !== (variants === undefined);
    });
  if (!isByThing) return undefined;
  return {
    ...{ kept, rateMillionths: benefit.rateMillionths },
    variants: new Set(anyOf.flatMap(({ variants = [] }) => variants)),
    products: new Set(anyOf.flatMap(({ products = [] }) => products)),
  };
}

/** `undefined` where it makes more be sold of anything: it does its work then. */
function endingOf(
  { today, now, currency }: ReadContext,
  { kept, rateMillionths }: Simple,
  goods: readonly Costed[],
): Proposed<PromotionProposal> | undefined {
  const { promotion } = kept;
  const worth = goods.map((one) => worthOfEnding(one, { today, rateMillionths }));
  if (worth.length === 0 || worth.some((one) => one === undefined)) return undefined;
  const known = worth.flatMap((one) => one ?? []);
  const cases = Array.from({ length: MOST_CASES }, (_, index) =>
    known.reduce((sum, one) => sum + (one.cases[index] ?? 0), 0),
  );
  const bounds = boundsOf(cases);
  if (bounds.valueMinor <= 0n) return undefined;
  const available = goods.reduce((sum, one) => sum + one.available, 0);
  const [soldBefore, soldAfter] = [
    known.reduce((sum, one) => sum + one.soldBefore, 0),
    known.reduce((sum, one) => sum + one.soldAfter, 0),
  ];
  const discountMinor = known.reduce((sum, one) => sum + one.discountMinor, 0n);
  return {
    subject: { type: 'promotion', id: promotion.id, label: promotion.name },
    proposal: { promotionId: promotion.id, discountMinor },
    evidence: {
      figures: [
        { key: 'available', unit: 'count', value: String(available) },
        {
          key: 'cover_days',
          unit: 'days',
          value: String(Math.round(Math.max(...known.map((one) => one.coverDays)))),
        },
        { key: 'discount', unit: 'money', value: String(discountMinor / BigInt(Math.max(1, available))) },
      ],
      chart: stockChart({ available }, { horizonDays: HORIZON_DAYS, soldBefore, soldAfter }),
      computed: 'low_stock_promotion_off',
    },
    predicted: {
      ...bounds,
      confidence: CONFIDENCE,
      currency,
      horizonDays: HORIZON_DAYS,
      counterfactual: 'promotion_runs',
    },
    basis: { goods: known.map(({ basis }) => basis) } satisfies z.infer<typeof promotionBasis>,
    waitCostMinorPerDay: bounds.valueMinor / BigInt(HORIZON_DAYS),
    risk: { key: 'fewer_buyers' },
    fingerprint: [promotion.id, roughly(available), rateMillionths].join(' '),
    expiresAt: now.add({ hours: 24 * 7 }),
  };
}

/** What the full price brings more of what is there, in fifty cases; `undefined` where the stock lasts without it too. */
function worthOfEnding(
  goods: Costed,
  { today, rateMillionths }: { readonly today: Temporal.PlainDate; readonly rateMillionths: number },
) {
  const outlook = outlookOf(goods, { today, days: HORIZON_DAYS });
  const { available, price, costMinor } = goods;
  if (outlook === undefined || available <= 0) return undefined;
  const off = (price.amountMinor * BigInt(rateMillionths)) / 1_000_000n;
  const [full, reduced] = [Number(goods.netMinor), Number(netMinor(price.amountMinor - off, goods))];
  // The forecast is of today's price, which is the reduced one.
  const { elasticity } = outlook;
  const at = (ratio: number) => salesCases(outlook, { ratio, stock: available, elasticity });
  const [withIt, without] = [at(1), at(full / Math.max(1, reduced))];
  const expected = without.reduce((sum, pieces) => sum + pieces, 0) / without.length;
  if (expected < available * 0.9) return undefined;
  const cost = Number(costMinor);
  return {
    cases: without.map((pieces, index) => pieces * (full - cost) - (withIt[index] ?? 0) * (reduced - cost)),
    coverDays: (available / Math.max(outlook.mean, 1e-9)) * HORIZON_DAYS,
    discountMinor: off * BigInt(available),
    ...{ soldBefore: meanOf(withIt), soldAfter: meanOf(without) },
    basis: {
      ...{ variantId: goods.variantId, full, reduced, cost, stock: available },
      ...{ mean: outlook.mean, variance: outlook.variance },
      ...{ elasticity: elasticity.mean, deviation: elasticity.deviation },
    },
  };
}

async function switchTo(
  { tx, now }: WriteContext,
  { promotionId }: PromotionProposal,
  isActive: boolean,
): Promise<Result<Applied, Refusal>> {
  const kept = await findPromotion(tx, promotionId);
  if (kept === undefined) return refuse('not_found', 'the promotion is gone');
  if (kept.isActive === isActive) return refuse('promotion_moved', 'somebody has switched it since');
  const { name, trigger, lane, priority, isExclusive, limits } = kept.promotion;
  const promotion = {
    ...{ name, trigger, lane, priority, isExclusive, isActive, ...kept.sent },
    limits: { ...limits, ...budgetOf(limits) },
  };
  const saved = await savePromotion(tx, { id: promotionId, promotion, now });
  return saved.ok ? ok({ state: {} }) : saved;
}

/** As it is sent: decimals by currency. */
function budgetOf({ budget }: KeptPromotion['promotion']['limits']) {
  if (budget === undefined) return {};
  const amounts = Object.entries(budget).map(([code, amountMinor = 0n]) => {
    return [code, toDecimal(money(amountMinor, currencyOf(code)))];
  });
  return { budget: Object.fromEntries(amounts) };
}

async function findPromotion(
  tx: Tx,
  id: PromotionProposal['promotionId'],
): Promise<KeptPromotion | undefined> {
  return (await listPromotions(tx, id))[0];
}
