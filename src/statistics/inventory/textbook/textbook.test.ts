import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { poissonDemand } from '../demand/count-demand.ts';
import { normalDemand } from '../demand/normal-demand.ts';
import { baseStockUnderDisruptions, orderQuantityUnderDisruptions } from './disruptions.ts';
import { economicOrderQuantity, economicOrderQuantityWithBackorders } from './economic-order-quantity.ts';
import { jointReplenishment } from './joint-replenishment.ts';
import { exactMinMax, powerMinMax } from './min-max.ts';
import { newsvendor, newsvendorCosts } from './newsvendor.ts';
import { discountedOrderQuantity } from './quantity-discounts.ts';
import {
  backorderReorderQuantity,
  exactReorderQuantity,
  exactReorderQuantityOfCounts,
  expectedLevelReorderQuantity,
  safetyStockReorderQuantity,
} from './reorder-quantity.ts';
import { wagnerWhitin } from './wagner-whitin.ts';
import { orderQuantityOfAdditiveYield } from './yield.ts';

// Instances and answers of Snyder and Shen (2019), Fundamentals of Supply Chain Theory, beside the project.
const FILE = join(import.meta.dirname, '../../../../../shared/data/inventory-textbook.json');
const isThere = existsSync(FILE);
const book = isThere ? JSON.parse(readFileSync(FILE, 'utf8')) : { instances: {}, expected: {} };

const numberOf = (example: string, name: string): number => Number(book.instances[example][name]);
const listOf = (example: string, name: string): number[] => book.instances[example][name].map(Number);

const steadyOf = (example: string) => ({
  fixedCost: numberOf(example, 'fixed_cost'),
  holdingCost: numberOf(example, 'holding_cost'),
  demandRate: numberOf(example, 'demand_rate'),
});
const newsvendorOf = (example: string) => ({
  holding: numberOf(example, 'holding_cost'),
  shortage: numberOf(example, 'stockout_cost'),
});
const normalOf = (example: string, periods = 1) =>
  normalDemand(
    numberOf(example, 'demand_mean') * periods,
    numberOf(example, 'demand_sd') * Math.sqrt(periods),
  );
const pricesOf = (example: string) => {
  const costs = listOf(example, 'unit_costs');
  return {
    fixedCost: numberOf(example, 'fixed_cost'),
    holdingShare: numberOf(example, 'holding_cost_rate'),
    demandRate: numberOf(example, 'demand_rate'),
    prices: listOf(example, 'breakpoints').map((from, index) => ({ from, unitCost: costs[index] ?? 0 })),
  };
};
const reorderOf = (example: string, leadTimeDemand: ReturnType<typeof normalDemand>) => ({
  ...{ leadTimeDemand, demandRate: numberOf(example, 'demand_mean') },
  fixedCost: numberOf(example, 'fixed_cost'),
  holdingCost: numberOf(example, 'holding_cost'),
  shortageCost: numberOf(example, 'stockout_cost'),
});
const normalReorder = (example: string) =>
  reorderOf(example, normalOf(example, numberOf(example, 'lead_time')));
const minMaxOf = (example: string) => ({
  fixedCost: numberOf(example, 'fixed_cost'),
  holdingCost: numberOf(example, 'holding_cost'),
  shortageCost: numberOf(example, 'stockout_cost'),
});
const pair = ({ reorderPoint, quantity }: { readonly reorderPoint: number; readonly quantity: number }) => [
  reorderPoint,
  quantity,
];

/** What ours says to each question of the file, by the names there. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, () => unknown>>>> = {
  eoq: { example_3_1: () => Object.values(economicOrderQuantity(steadyOf('example_3_1'))) },
  eoq_all_units: {
    example_3_5: () => Object.values(discountedOrderQuantity(pricesOf('example_3_5'), 'all_units')),
  },
  eoq_incremental: {
    example_3_5: () => Object.values(discountedOrderQuantity(pricesOf('example_3_5'), 'incremental')),
  },
  eoq_backorder: {
    example_3_8: () => {
      const shortage = numberOf('example_3_8', 'stockout_cost');
      const size = economicOrderQuantityWithBackorders(steadyOf('example_3_8'), shortage);
      return [size.quantity, size.backorderedShare, size.cost];
    },
  },
  wagner_whitin: {
    example_3_9: () => {
      const { orders, cost } = wagnerWhitin(listOf('example_3_9', 'demand'), {
        fixedCost: numberOf('example_3_9', 'fixed_cost'),
        holdingCost: numberOf('example_3_9', 'holding_cost'),
      });
      return [orders, cost];
    },
  },
  newsvendor_normal: {
    example_4_3: () => Object.values(newsvendor(normalOf('example_4_3'), newsvendorOf('example_4_3'))),
    'example_4_4 (lead_time 4)': () =>
      Object.values(newsvendor(normalOf('example_4_4', 5), newsvendorOf('example_4_4'))),
  },
  newsvendor_poisson: {
    example_4_7: () =>
      Object.values(
        newsvendor(poissonDemand(numberOf('example_4_7', 'demand_mean')), newsvendorOf('example_4_7')),
      ),
  },
  rQ_exact_normal: { example_5_1: () => pair(exactReorderQuantity(normalReorder('example_5_1'))) },
  rQ_EIL: {
    example_5_1: () => {
      const found = expectedLevelReorderQuantity(normalReorder('example_5_1'));
      return [...pair(found), found.cost];
    },
  },
  rQ_EOQB: { example_5_1: () => pair(backorderReorderQuantity(normalReorder('example_5_1'))) },
  rQ_EOQ_SS: { example_5_1: () => pair(safetyStockReorderQuantity(normalReorder('example_5_1'))) },
  rQ_exact_poisson: {
    example_5_8: () => {
      const mean = numberOf('example_5_8', 'demand_mean') * numberOf('example_5_8', 'lead_time');
      const found = exactReorderQuantityOfCounts(reorderOf('example_5_8', poissonDemand(mean)));
      return [...pair(found), found.cost];
    },
  },
  sS_exact_poisson: {
    example_4_7: () =>
      Object.values(
        exactMinMax(minMaxOf('example_4_7'), poissonDemand(numberOf('example_4_7', 'demand_mean'))),
      ),
  },
  sS_power_approx: {
    example_4_8: () => {
      const [mean, sd] = [numberOf('example_4_8', 'demand_mean'), numberOf('example_4_8', 'demand_sd')];
      return Object.values(powerMinMax(minMaxOf('example_4_8'), { mean, sd }, 0));
    },
  },
  jrp_silver_heuristic: {
    silver_jrp: () => {
      const [costs, holding, rates] = ['individual_fixed_costs', 'holding_costs', 'demand_rates'].map(
        (name) => listOf('silver_jrp', name),
      );
      const items = (costs ?? []).map((fixedCost, index) => {
        return { fixedCost, holdingCost: holding?.[index] ?? 0, demandRate: rates?.[index] ?? 0 };
      });
      const { cycle, multiples, cost } = jointReplenishment(
        numberOf('silver_jrp', 'shared_fixed_cost'),
        items,
      );
      return { T: cycle, m: multiples, cost };
    },
  },
  disruption: {
    'example_9_1 EOQD': () =>
      Object.values(
        orderQuantityUnderDisruptions(steadyOf('example_9_1'), {
          shortageCost: numberOf('example_9_1', 'stockout_cost'),
          disruptionRate: numberOf('example_9_1', 'disruption_rate'),
          recoveryRate: numberOf('example_9_1', 'recovery_rate'),
        }),
      ),
    'example_9_3 base-stock': () =>
      Object.values(
        baseStockUnderDisruptions(
          {
            demand: numberOf('example_9_3', 'demand'),
            holdingCost: numberOf('example_9_3', 'holding_cost'),
            shortageCost: numberOf('example_9_3', 'stockout_cost'),
          },
          {
            disruption: numberOf('example_9_3', 'disruption_prob'),
            recovery: numberOf('example_9_3', 'recovery_prob'),
          },
        ),
      ),
  },
  yield: {
    example_9_4: () =>
      Object.values(
        orderQuantityOfAdditiveYield(steadyOf('example_9_4'), {
          mean: numberOf('example_9_4', 'yield_mean'),
          sd: numberOf('example_9_4', 'yield_sd'),
        }),
      ),
  },
};

// A system of several stages, whose instance the file does not have.
const WITHOUT_INSTANCE = ['serial_ssm'];

describe('the answers of the textbook', { skip: isThere ? false : `without ${FILE}` }, () => {
  for (const [kind, questions] of Object.entries(ANSWERS)) {
    for (const [example, answer] of Object.entries(questions)) {
      test(`${kind}: ${example}`, () => same(answer(), book.expected[kind]?.[example], `${kind} ${example}`));
    }
  }

  test('none is left out', () => {
    const asked = Object.entries(ANSWERS).flatMap(([kind, all]) =>
      Object.keys(all).map((one) => `${kind} ${one}`),
    );
    const there = Object.entries(book.expected).flatMap(([kind, all]) =>
      WITHOUT_INSTANCE.includes(kind) ? [] : Object.keys(Object(all)).map((one) => `${kind} ${one}`),
    );
    assert.deepEqual(asked.sort(), there.sort());
  });

  test('example 4.2 has the costs of example 4.3, from price, cost and salvage', () => {
    const { holding, shortage } = newsvendorCosts({
      price: numberOf('example_4_2', 'revenue'),
      unitCost: numberOf('example_4_2', 'purchase_cost'),
      salvage: numberOf('example_4_2', 'salvage_value'),
    });
    same([holding, shortage], Object.values(newsvendorOf('example_4_3')), 'example 4.2');
  });
});

/** Numbers to eight digits: those of the book were found by other numerical methods. */
function same(actual: unknown, expected: unknown, what: string): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const bound = 1e-8 * Math.max(1, Math.abs(expected));
    assert.ok(Math.abs(actual - expected) <= bound, `${what}: ${actual} is not ${expected}`);
    return;
  }
  assert.ok(typeof actual === 'object' && typeof expected === 'object', what);
  const [ours, theirs] = [Object(actual), Object(expected)];
  assert.deepEqual(Object.keys(ours), Object.keys(theirs), what);
  for (const key of Object.keys(theirs)) same(ours[key], theirs[key], `${what}.${key}`);
}
