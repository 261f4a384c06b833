import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { Decision, Figure } from '../decision.ts';
import type { Applied, DecisionKind, Found, Proposed, ReadContext, WriteContext } from '../kind.ts';
import { type Costed, type Goods, goodsInPages, isCosted, readGoods } from './goods.ts';
import { bestMarkdown, coverOf, floorPrice, slowCase, steppedPrices } from './mark-down-rule.ts';
import {
  applyPrice,
  type PriceProposal,
  priceFields,
  priceProposal,
  priceWeight,
  realisePrice,
  undoPrice,
} from './price-decision.ts';
import { type Ladder, outlookOf, proposedPrice, readLowest } from './price-proposed.ts';
import { revisePrice } from './revise-price.ts';
import type { Sold } from './sold.ts';

const HORIZON_DAYS = 56;
/** A price that is new is given time before it is judged. */
const SETTLED_DAYS = 14;

/** Takes the price of slow stock down, to what brings most of it, never below cost and margin floor. */
export function markDown(sold: Sold): DecisionKind<PriceProposal> {
  return {
    ...{ id: 'mark_down', version: 1, reversibility: 'reversible', permission: 'prices:write' },
    proposal: priceProposal,
    propose: proposeMarkdowns,
    fieldsOf: priceFields,
    weightOf: priceWeight,
    revise: (_context, decision, given) => revisePrice(decision, given),
    apply: applyMarkdown,
    undo: undoPrice,
    realise: (context, given) => realisePrice(context, given, sold),
  };
}

/** The floor is looked at again: what goods cost may have risen since. */
async function applyMarkdown(
  context: WriteContext,
  given: { readonly decision: Decision; readonly proposal: PriceProposal },
): Promise<Result<Applied, Refusal>> {
  const { variantId, priceMinor } = given.proposal;
  const [goods] = await readGoods({ ...context, db: context.tx }, [variantId]);
  const isBelow = goods && isCosted(goods) && priceMinor < floorPrice(goods, context.economics);
  if (isBelow) return refuse('below_floor', 'what it costs, or the margin floor, has risen above this price');
  return applyPrice(context, given);
}

async function proposeMarkdowns(context: ReadContext): Promise<Found<PriceProposal>[]> {
  const found: Found<PriceProposal>[] = [];
  for await (const page of goodsInPages(context)) found.push(...(await markdownsAmong(context, page)));
  return found;
}

async function markdownsAmong(context: ReadContext, page: readonly Goods[]): Promise<Found<PriceProposal>[]> {
  const all = page.filter(({ available }) => available > 0);
  const slow = all.filter(isCosted).flatMap((goods) => {
    const ladder = ladderOf(context, goods);
    return ladder === undefined ? [] : { goods, ladder };
  });
  const lowest = await readLowest(
    context,
    slow.map(({ goods }) => goods),
  );
  const unknown = all.flatMap((goods) => unknownOf(context, goods));
  const found = slow.flatMap(({ goods, ladder }): Proposed<PriceProposal> | Proposed<PriceProposal>[] => {
    const leastMinor = floorPrice(goods, context.economics);
    const priceMinor = bestMarkdown(goods, ladder.given, {
      leastMinor,
      days: HORIZON_DAYS,
      economics: context.economics,
    });
    const { lowestMinor, changedAt } = lowest.get(goods.variantId) ?? {};
    if (priceMinor === undefined || isRecent(context, changedAt)) return [];
    const { amountMinor, compareAtMinor } = goods.price;
    // What it is compared with is said by pricing, which knows the law: here is only what it was.
    const chosen = {
      priceMinor,
      compareAtMinor: compareAtMinor ?? amountMinor,
      leastMinor,
      mostMinor: amountMinor,
    };
    const tried = steppedPrices(goods, leastMinor);
    const one = proposedPrice(context, ladder, chosen, figuresOf(context, goods, lowestMinor), tried);
    return one.predicted.valueMinor > 0n ? one : [];
  });
  return [...found, ...unknown];
}

/** Slow stock of which nobody has said what it costs: there is no floor that its price could go down to. */
function unknownOf({ today, economics }: ReadContext, goods: Goods): Found<PriceProposal>[] {
  const outlook = outlookOf(goods, { today, days: HORIZON_DAYS });
  if (isCosted(goods) || outlook === undefined) return [];
  const isSlow = coverOf(goods.available, { outlook, days: HORIZON_DAYS }) > economics.slowCoverDays;
  const subject = { type: 'variant', id: goods.variantId, label: goods.label } as const;
  return isSlow ? [{ unknown: 'cost', subject }] : [];
}

function ladderOf({ today, economics }: ReadContext, goods: Costed): Ladder | undefined {
  const outlook = outlookOf(goods, { today, days: HORIZON_DAYS });
  const slow =
    outlook && slowCase(goods, { outlook, elasticity: outlook.elasticity, days: HORIZON_DAYS }, economics);
  if (slow === undefined) return undefined;
  const risk = { key: 'shoppers_wait' };
  const said = { counterfactual: 'price_stays', computed: 'mark_down', risk };
  return { goods, given: slow.price, horizonDays: HORIZON_DAYS, ...said };
}

function figuresOf({ economics }: ReadContext, goods: Costed, lowestMinor: bigint | undefined): Figure[] {
  return [
    { key: 'floor', unit: 'money', value: String(floorPrice(goods, economics)) },
    ...(lowestMinor === undefined
      ? []
      : [{ key: 'lowest_30_days', unit: 'money', value: String(lowestMinor) } as const]),
  ];
}

function isRecent({ now }: ReadContext, changedAt: Temporal.Instant | undefined): boolean {
  const settled = now.subtract({ hours: 24 * SETTLED_DAYS });
  return changedAt !== undefined && Temporal.Instant.compare(changedAt, settled) > 0;
}
