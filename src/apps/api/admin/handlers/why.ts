import { type CurrencyCode, money, ok, refuse, toDecimal } from '../../../../kernel/index.ts';
import { type Explanation, explainChange } from '../../../../modules/analytics/index.ts';
import { type Handlers, sentFields } from '../../../../platform/api/index.ts';
import type { whyEndpoints } from '../contract/why.ts';
import type { AdminDeps } from '../deps.ts';
import { may } from '../may.ts';
import { foreseen } from './foreseen.ts';

type Explained = Explanation['of'];
type Finding = Explanation['findings'][number];
type FactorChange = Explanation['factors'][number];

/** Why a number changed. */
export function whyHandlers({ system }: AdminDeps): Handlers<typeof whyEndpoints> {
  return {
    explainChange: async ({ params: { of }, query: { from, to, compare, currency, market }, caller }) => {
      if (of === 'contribution_margin_1' && !may(caller, 'costs:read')) {
        return refuse('costs_hidden', 'the margin tells what goods cost: it needs costs:read as well');
      }
      const asked = { of, span: { from, to }, compare, currency, ...sentFields({ market }) };
      const told = await explainChange(system.analytics, asked);
      return told.ok ? ok(explanationAnswer(told.value, currency)) : foreseen(told.refusal);
    },
  };
}

function explanationAnswer(told: Explanation, currency: CurrencyCode) {
  const amount = (whole: bigint) => amountAnswer(told.of, whole, currency);
  const days = ({ from, to }: Explanation['span']) => ({ from: from.toString(), to: to.toString() });
  return {
    ...{ of: told.of, currency, span: days(told.span), comparedWith: days(told.comparedWith) },
    asOf: told.asOf?.toString(),
    ...{ before: amount(told.before), after: amount(told.after), change: amount(told.change) },
    factors: told.factors.map((factor) => factorAnswer(told.of, factor, currency)),
    breakdowns: told.breakdowns.map(({ segments, ...breakdown }) => ({
      ...breakdown,
      segments: segments.map(({ of, before, after, change, volume, mix, rate }) => ({
        ...{ of, before: amount(before), after: amount(after), change: amount(change) },
        ...{ volume: amount(volume), mix: amount(mix), rate: amount(rate) },
      })),
    })),
    findings: told.findings.map((finding) => findingAnswer(told.of, finding, currency)),
    trackedShare: {
      before: told.trackedShare.before ?? null,
      after: told.trackedShare.after ?? null,
    },
  };
}

function findingAnswer(of: Explained, finding: Finding, currency: CurrencyCode) {
  const amount = (whole: bigint) => amountAnswer(of, whole, currency);
  switch (finding.kind) {
    case 'change':
      return {
        ...{ kind: finding.kind, before: amount(finding.before), after: amount(finding.after) },
        change: amount(finding.change),
      };
    case 'factor':
    case 'also':
    case 'against':
      return { kind: finding.kind, ...factorAnswer(of, finding, currency) };
    case 'segment':
      return { ...finding, change: amount(finding.change) };
    case 'chance_of_orders':
      return { ...finding, before: finding.before.toString(), after: finding.after.toString() };
    default:
      return finding;
  }
}

function factorAnswer(
  of: Explained,
  { factor, before, after, change }: FactorChange,
  currency: CurrencyCode,
) {
  const isMoney = factor === 'order_value' || factor === 'returns';
  const value = (given: number | undefined) => {
    if (given === undefined) return null;
    return isMoney ? toDecimal(money(BigInt(Math.round(given)), currency)) : given;
  };
  const told = { before: value(before), after: value(after) };
  return { factor, ...told, change: amountAnswer(of, change, currency) };
}

function amountAnswer(of: Explained, whole: bigint, currency: CurrencyCode): string {
  return of === 'orders' ? whole.toString() : toDecimal(money(whole, currency));
}
