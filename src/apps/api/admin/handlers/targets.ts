import { ok, refuse } from '../../../../kernel/index.ts';
import { readMarkets, readShop } from '../../../../modules/markets/index.ts';
import {
  endOf,
  findTarget,
  kpiOf,
  periodOf,
  readAmount,
  readCourse,
  readPaces,
  readTargetChanges,
  readTargets,
  setTargets,
  type Target,
  type TargetCell,
  type TargetId,
} from '../../../../modules/targets/index.ts';
import type { Asked, Caller, Handlers } from '../../../../platform/api/index.ts';
import { transactOrRefuse } from '../../../../platform/database/index.ts';
import { actorOf } from '../actor.ts';
import type { targetEndpoints } from '../contract/targets.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { foreseen } from './foreseen.ts';
import { amountOf, courseAnswer, paceAnswer, targetAnswer } from './target-answers.ts';

const HIDDEN = refuse('costs_hidden', 'the margin tells what goods cost: it needs costs:read as well');

/** What the shop means to reach, and how far it is. */
export function targetHandlers({ db, reads, system }: AdminDeps): Handlers<typeof targetEndpoints> {
  const { analytics } = system;
  const ofYear = async (year: string, caller: Caller) => {
    const [from, to] = [`${year}-01-01`, `${year}-12-31`].map((day) => Temporal.PlainDate.from(day));
    const targets = from && to ? await readTargets(reads, { from, to }) : [];
    return targets.filter((target) => !isHidden(target, caller));
  };
  const shown = async (id: TargetId, caller: Caller) => {
    const target = await findTarget(reads, id);
    if (target === undefined) return refuse('not_found', 'there is no such target', 'id');
    return isHidden(target, caller) ? HIDDEN : ok(target);
  };
  return {
    listTargets: async ({ params: { year }, caller }) => {
      const targets = await ofYear(year, caller);
      const items = targets.map((target) => ({
        ...{ ...targetAnswer(target), setBy: target.setBy, setAt: target.setAt.toString() },
      }));
      return ok({ items });
    },
    setTargets: async ({ params: { year }, body, caller, now }) => {
      const cells: TargetCell[] = [];
      for (const [index, given] of body.targets.entries()) {
        if (isHidden(given, caller)) return HIDDEN;
        const cell = cellOf(year, given, `targets[${index}]`);
        if (!cell.ok) return cell;
        cells.push(cell.value);
      }
      const markets = (await readMarkets(reads)).map(({ code }) => code);
      const by = actorOf(caller);
      const set = await transactOrRefuse(db, (tx) => setTargets(tx, { cells, markets, by, now }));
      return set.ok ? ok({ changed: set.value }) : set;
    },
    listPaces: async ({ params: { year }, query: { isCurrent }, caller, now }) => {
      const { timeZone: zone } = await readShop(reads);
      const today = now.toZonedDateTimeISO(zone).toPlainDate();
      const all = await ofYear(year, caller);
      const targets = isCurrent ? all.filter((target) => isDuring(target, today)) : all;
      const told = await readPaces(analytics, targets, { now, zone });
      if (!told.ok) return foreseen(told.refusal);
      const { paces, asOf } = told.value;
      const items = targets.flatMap((target) => {
        const pace = paces.get(target.id);
        return pace === undefined ? [] : { ...targetAnswer(target), ...paceAnswer(target, pace) };
      });
      return ok({ asOf: asOf?.toString(), items });
    },
    readTargetCourse: async ({ params: { id }, caller, now }) => {
      const target = await shown(id, caller);
      if (!target.ok) return target;
      const { timeZone: zone } = await readShop(reads);
      const days = await readCourse(analytics, target.value, { now, zone });
      return days.ok ? ok({ days: courseAnswer(target.value, days.value) }) : foreseen(days.refusal);
    },
    listTargetChanges: async ({ params: { id }, caller }) => {
      const target = await shown(id, caller);
      if (!target.ok) return target;
      const changes = await readTargetChanges(reads, target.value);
      const text = (amount: bigint | undefined) =>
        amount === undefined ? null : amountOf(target.value, amount);
      const items = changes.map(({ before, after, by, at }) => {
        return { before: text(before), after: text(after), by, at: at.toString() };
      });
      return ok({ items });
    },
  };
}

type Given = Asked<(typeof targetEndpoints)['setTargets']>['body']['targets'][number];

function cellOf(year: string, { period: name, amount: text, ...given }: Given, field: string) {
  const { kpi, market, currency } = given;
  const period = periodOf(name);
  if (period === undefined || period.startsOn.toString().slice(0, 4) !== year) {
    return refuse('invalid_period', `"${name}" is no month, quarter or year of ${year}`, `${field}.period`);
  }
  const amount = text === null ? ok(undefined) : readAmount(kpiOf(kpi), currency, text);
  if (!amount.ok) return refuse(amount.refusal.code, amount.refusal.message, `${field}.amount`);
  const cell = { ...period, kpi, market, amount: amount.value };
  return ok(currency === undefined ? cell : { ...cell, currency });
}

function isHidden({ kpi }: Pick<Target, 'kpi'>, caller: Caller): boolean {
  return kpiOf(kpi).hasCosts === true && !may(caller, 'costs:read');
}

function isDuring(target: Target, day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(target.startsOn, day) <= 0 && compare(day, endOf(target)) <= 0;
}
