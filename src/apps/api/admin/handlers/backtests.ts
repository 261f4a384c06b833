import { type CurrencyCode, money, ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import { readShop } from '../../../../modules/markets/index.ts';
import {
  type Backtest,
  type BacktestAsked,
  type BacktestId,
  backtestWork,
  checkPolicy,
  listBacktests,
  readBacktest,
} from '../../../../modules/replenishment/index.ts';
import { type Handlers, moneyOf } from '../../../../platform/api/index.ts';
import { newId } from '../../../../platform/id.ts';
import { beginWork } from '../../../../platform/work/index.ts';
import { actorOf } from '../actor.ts';
import type { backtestEndpoints } from '../contract/backtests.ts';
import type { AdminDeps } from '../deps.ts';
import { policyAnswer, policyPartOf } from './replenishment-policies.ts';

/** "Had you used this policy last year." */
export function backtestHandlers({
  reads,
  system,
}: Pick<AdminDeps, 'reads' | 'system'>): Handlers<typeof backtestEndpoints> {
  const kind = backtestWork(system.analytics);
  return {
    runBacktest: async ({ body: { policy: given, days, variants }, caller, now, tx }) => {
      const { defaultCurrency: currency } = await readShop(reads);
      const part = policyPartOf(given, currency);
      if (!part.ok) return part;
      const checked = checkPolicy(part.value, { kind: 'shop' });
      if (!checked.ok) return refuse('invalid_policy', checked.refusal.message, checked.refusal.field);
      const id: BacktestId = newId<'backtest'>();
      const { service, holdingRate, substitutionShare, maxCoverDays, minMax, orderCostMinor } = part.value;
      const policy = { service, holdingRate, substitutionShare, maxCoverDays, minMax };
      const payload: BacktestAsked = {
        ...{ id, days, variants },
        policy: { ...policy, orderCost: orderCostMinor?.toString() },
      };
      const title = 'Backtest of a replenishment policy';
      const begun = await beginWork(tx, kind, { title, startedBy: actorOf(caller), payload, now });
      return ok({ workId: begun, backtestId: id });
    },
    listBacktests: async () => {
      const { defaultCurrency: currency } = await readShop(reads);
      const items = await listBacktests(reads);
      return ok({ items: items.map((one) => backtestHead(one, currency)) });
    },
    readBacktest: async ({ params: { id } }) => {
      const [found, { defaultCurrency: currency }] = await Promise.all([
        readBacktest(reads, id),
        readShop(reads),
      ]);
      return found === undefined
        ? refuse('not_found', 'there is no such backtest', 'id')
        : ok(backtestAnswer(found, currency));
    },
  };
}

function backtestHead(one: Backtest, currency: CurrencyCode) {
  const { id, variants, withoutSupplier, from, to, runAt, runBy, policy } = one;
  return {
    ...{ id, variants, withoutSupplier, from: from.toString(), to: to.toString() },
    ...{ runAt: runAt.toString(), runBy, policy: policyAnswer(policy, currency) },
  };
}

function backtestAnswer(one: Backtest, currency: CurrencyCode) {
  const { policies, actual, experience } = one.result;
  const amount = (minor: number) => money(BigInt(Math.round(minor)), currency);
  const told = (minor: number) => moneyOf(amount(minor));
  return {
    ...backtestHead(one, currency),
    policies: policies.map(({ id, stockByWeek, ...of }) => ({
      id,
      outcome: {
        ...{ service: of.service, fillRate: of.fillRate, orders: of.orders },
        ...{ averageStock: told(of.averageStock), highestStock: told(of.highestStock) },
        ...{ ordered: told(of.ordered), lostMargin: told(of.lostMargin) },
        ...{ holdingCost: told(of.holdingCost), cost: told(of.cost) },
      },
      stockByWeek: stockByWeek.map((minor) => toDecimal(amount(minor))),
    })),
    experience,
    actual: actual && {
      fillRate: actual.fillRate,
      ...{ averageStock: told(actual.averageStock), lostMargin: told(actual.lostMargin) },
    },
  };
}
