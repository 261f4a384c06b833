import type { DecisionKind, Found, Proposed, ReadContext } from '../kind.ts';
import { type Costed, type Goods, goodsInPages, isCosted } from './goods.ts';
import { floorPrice } from './mark-down-rule.ts';
import {
  applyPrice,
  type PriceProposal,
  priceFields,
  priceProposal,
  priceWeight,
  realisePrice,
  undoPrice,
} from './price-decision.ts';
import { type Ladder, outlookOf, proposedPrice } from './price-proposed.ts';
import { revisePrice } from './revise-price.ts';
import type { Sold } from './sold.ts';

const HORIZON_DAYS = 28;
/** More than so many times as much is no repair, and a person's own business. */
const MOST_TIMES = 2n;

/** Raises a price that leaves less than the margin floor, to the floor. */
export function raisePrice(sold: Sold): DecisionKind<PriceProposal> {
  return {
    ...{ id: 'raise_price', version: 1, reversibility: 'reversible', permission: 'prices:write' },
    proposal: priceProposal,
    propose: async (context) => {
      const found: Found<PriceProposal>[] = [];
      for await (const page of goodsInPages(context)) {
        found.push(
          ...page.flatMap((goods): Found<PriceProposal>[] => {
            if (!isCosted(goods)) return unknownOf(goods);
            const raised = raisedOf(context, goods);
            return raised === undefined ? [] : [raised];
          }),
        );
      }
      return found;
    },
    fieldsOf: priceFields,
    weightOf: priceWeight,
    revise: (_context, decision, given) => revisePrice(decision, given),
    apply: applyPrice,
    undo: undoPrice,
    realise: (context, given) => realisePrice(context, given, sold),
  };
}

/** The price at the floor, ending in 9 as prices do; `undefined` where today's leaves enough, or nothing is known. */
export function raisedOf(context: ReadContext, goods: Costed): Proposed<PriceProposal> | undefined {
  const { amountMinor, compareAtMinor } = goods.price;
  if (goods.costMinor <= 0n) return undefined;
  const floor = floorPrice(goods, context.economics);
  const ladder = amountMinor < floor ? ladderOf(context, goods) : undefined;
  if (ladder === undefined) return undefined;
  const priceMinor = floor + ((9n - (floor % 10n)) % 10n);
  const mostMinor = amountMinor * MOST_TIMES > priceMinor ? amountMinor * MOST_TIMES : priceMinor;
  const kept = compareAtMinor !== undefined && compareAtMinor > priceMinor ? compareAtMinor : undefined;
  const chosen = { priceMinor, compareAtMinor: kept, leastMinor: amountMinor, mostMinor };
  const one = proposedPrice(context, ladder, chosen, [{ key: 'floor', unit: 'money', value: String(floor) }]);
  return one.predicted.valueMinor > 0n ? one : undefined;
}

/** Of what is sold nobody knows whether its price leaves anything. */
function unknownOf({ variantId: id, label, forecast }: Goods): Found<PriceProposal>[] {
  return forecast?.isEnough === true ? [{ unknown: 'cost', subject: { type: 'variant', id, label } }] : [];
}

/** A piece that is not sold can be sold later, and is worth what it takes to replace it. */
function ladderOf({ today }: ReadContext, goods: Costed): Ladder | undefined {
  const outlook = outlookOf(goods, { today, days: HORIZON_DAYS });
  if (outlook === undefined) return undefined;
  return {
    goods,
    given: {
      ...{ netBeforeMinor: Number(goods.netMinor), keptMinor: Number(goods.costMinor), outlook },
      ...{ elasticity: outlook.elasticity, stock: Number.POSITIVE_INFINITY },
    },
    ...{ horizonDays: HORIZON_DAYS, counterfactual: 'price_stays', computed: 'raise_price' },
    risk: { key: 'fewer_buyers' },
  };
}
