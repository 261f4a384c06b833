import { type CurrencyCode, minorDigits, money, toDecimal } from '../../../../kernel/index.ts';
import {
  actsOf,
  type Decision,
  type DecisionKind,
  type Field,
  type Figure,
  type Rank,
  type Step,
} from '../../../../modules/decisions/index.ts';
import { type Caller, moneyOf } from '../../../../platform/api/index.ts';
import { may } from '../may.ts';

/** What tells of costs, by the keys of figures. */
const COSTS = new Set(['cost', 'floor', 'margin', 'unit_cost', 'kept', 'kept_costs']);

/** A decision for who asks: without what goods cost where they may not see that, with the acts that are theirs. */
export function decisionAnswer(
  decision: Decision & { readonly rank?: Rank },
  { caller, kind }: { readonly caller: Caller; readonly kind: DecisionKind | undefined },
) {
  const { id, state, subject, supplier, predicted, risk, reversibility, rank, mandate, failure } = decision;
  const { currency, horizonDays, confidence, counterfactual } = predicted;
  const amount = (minor: bigint) => moneyOf(money(minor, currency));
  return {
    ...{
      id,
      version: String(decision.version),
      kind: decision.kind,
      state,
      subject,
      supplier,
      risk,
      reversibility,
    },
    fields: decision.fields.map((field) => shownField(field, { currency, caller })),
    predicted: {
      ...{
        value: amount(predicted.valueMinor),
        low: amount(predicted.lowMinor),
        high: amount(predicted.highMinor),
      },
      ...{ confidence, horizonDays, counterfactual },
    },
    waitCostPerDay: amount(decision.waitCostMinorPerDay),
    rank: rank && {
      ...{
        worth: amount(rank.worthMinor),
        wait: amount(rank.waitMinor),
        daysToNextLook: rank.daysToNextLook,
      },
    },
    ...{ proposedBy: decision.proposedBy, proposedAt: decision.proposedAt.toString(), mandate, failure },
    ...{ expiresAt: decision.expiresAt.toString(), appliedAt: decision.appliedAt?.toString() },
    acts: mayDecide(caller, kind) ? actsOf(state).filter((act) => isTheirs(act, kind)) : [],
    outcome: outcomeAnswer(decision, caller),
  };
}

export function wholeAnswer(
  decision: Decision & { readonly rank?: Rank },
  steps: readonly Step[],
  asked: { readonly caller: Caller; readonly kind: DecisionKind | undefined },
) {
  const { evidence, carried, supersedes, predicted } = decision;
  const { currency } = predicted;
  const { caller } = asked;
  return {
    ...decisionAnswer(decision, asked),
    evidence: {
      figures: shownFigures(evidence.figures, { currency, caller }),
      computed: evidence.computed,
      chart: evidence.chart && shownChart(evidence.chart, currency),
    },
    supersedes,
    carried: carried.map((field) => shownField(field, { currency, caller })),
    steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toString() })),
  };
}

/** Whether somebody may decide on a kind: with the permission for what it changes. */
export function mayDecide(caller: Caller, kind: DecisionKind | undefined): boolean {
  return kind !== undefined && may(caller, 'decisions:write') && may(caller, kind.permission);
}

const PERSONS = ['edit', 'approve', 'reject', 'undo', 'reopen'];

function isTheirs(act: string, kind: DecisionKind | undefined): boolean {
  return PERSONS.includes(act) && (act !== 'undo' || kind?.undo !== undefined);
}

function outcomeAnswer({ outcome, predicted: { currency } }: Decision, caller: Caller) {
  if (outcome === undefined) return undefined;
  const scoredAt = outcome.scoredAt.toString();
  if (!outcome.isEnough) return { isEnough: false as const, why: outcome.why, scoredAt };
  const amount = (minor: bigint) => moneyOf(money(minor, currency));
  return {
    ...{ isEnough: true as const, value: amount(outcome.valueMinor), low: amount(outcome.lowMinor) },
    ...{ high: amount(outcome.highMinor), method: outcome.method, scoredAt },
    figures: shownFigures(outcome.figures, { currency, caller }),
  };
}

type Told = { readonly currency: CurrencyCode; readonly caller: Caller };

function shownField({ least, most, before, value, ...field }: Field, { currency, caller }: Told) {
  const text = (given: string | undefined) => decimalOf(given, field.unit, currency);
  const sees = may(caller, 'costs:read');
  const bounds = { least: sees ? text(least) : undefined, most: text(most) };
  return { ...field, value: text(value) ?? value, before: text(before), ...bounds };
}

function shownFigures(figures: readonly Figure[], { currency, caller }: Told) {
  return figures
    .filter(({ key }) => !COSTS.has(key) || may(caller, 'costs:read'))
    .map((figure) => ({ ...figure, value: decimalOf(figure.value, figure.unit, currency) ?? figure.value }));
}

/** What a chart has of money is kept in minor units and told in whole ones, as charts take numbers. */
function shownChart(chart: NonNullable<Decision['evidence']['chart']>, currency: CurrencyCode) {
  if (chart.kind !== 'prices' && chart.kind !== 'goods') return chart;
  const unit = 10 ** minorDigits(currency);
  const told = (values: readonly number[]) => values.map((value) => value / unit);
  return {
    ...chart,
    prices: chart.prices && told(chart.prices),
    series: chart.series.map(({ key, values, low, high }) => {
      return { key, values: told(values), low: low && told(low), high: high && told(high) };
    }),
  };
}

/** Money is kept in minor units and told as a decimal; everything else is as it is. */
function decimalOf(
  value: string | undefined,
  unit: Figure['unit'],
  currency: CurrencyCode,
): string | undefined {
  return value === undefined || unit !== 'money' ? value : toDecimal(money(BigInt(value), currency));
}
