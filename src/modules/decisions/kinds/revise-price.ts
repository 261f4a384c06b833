import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { netMinor } from '../../pricing/index.ts';
import type { Decision, EvidenceChart } from '../decision.ts';
import { type Edits, editedWhole } from '../field.ts';
import type { Proposed } from '../kind.ts';
import { type PriceBasis, type PriceProposal, priceBasis, priceFields } from './price-decision.ts';
import { priceChart, stockChart } from './price-proposed.ts';
import { type PriceCase, worthOfPrice } from './price-worth.ts';

/**
 * The same with a person's price: what it is expected to bring follows from the facts that it was proposed with, by the same
 * model, so that who edits sees what the price does and nothing else.
 */
export async function revisePrice(
  decision: Decision,
  { proposal, edits }: { readonly proposal: PriceProposal; readonly edits: Edits },
): Promise<Result<Proposed<PriceProposal>, Refusal<'invalid_edit'>>> {
  const [field] = priceFields(proposal);
  const priceMinor = editedWhole(field, edits['price']);
  if (priceMinor === undefined) {
    return refuse(
      'invalid_edit',
      `a price from ${field?.least} to ${field?.most} minor units`,
      'fields.price',
    );
  }
  const basis = priceBasis.parse(decision.basis);
  const net = Number(netMinor(priceMinor, basis));
  const { soldAfter, soldBefore, ...bounds } = worthOfPrice(caseOf(basis), net);
  const { subject, supplier, evidence, predicted, risk, fingerprint, expiresAt } = decision;
  const figures = evidence.figures.map((figure) =>
    figure.key === 'sold_after' ? { ...figure, value: soldAfter.toFixed(1) } : figure,
  );
  const chart = chartAgain(evidence.chart, { decision, proposal, basis, priceMinor, soldBefore, soldAfter });
  return ok({
    ...{ subject, supplier, risk, fingerprint, expiresAt, basis: decision.basis },
    proposal: { ...proposal, priceMinor, pieces: Math.round(soldAfter) },
    evidence: { ...evidence, figures, ...(chart === undefined ? {} : { chart }) },
    predicted: { ...predicted, ...bounds },
    waitCostMinorPerDay: bounds.valueMinor > 0n ? bounds.valueMinor / BigInt(predicted.horizonDays) : 0n,
  });
}

type Again = {
  readonly decision: Pick<Decision, 'evidence' | 'predicted'>;
  readonly proposal: Pick<PriceProposal, 'beforeMinor'>;
  readonly basis: PriceBasis;
  readonly priceMinor: bigint;
  readonly soldBefore: number;
  readonly soldAfter: number;
};

/** The picture with the person's price: one more of those that were tried, or the stock as it falls at it. */
function chartAgain(chart: EvidenceChart | undefined, again: Again): EvidenceChart | undefined {
  const { decision, proposal, basis, priceMinor, soldBefore, soldAfter } = again;
  if (chart?.kind === 'prices') {
    const others = (chart.prices ?? []).slice(1).filter((_, at) => at + 1 !== chart.chosen);
    const tried = [...new Set([...others.map((one) => BigInt(Math.round(one))), priceMinor])];
    const given = { before: proposal.beforeMinor, taxRateMillionths: basis.taxRateMillionths };
    return priceChart(caseOf(basis), { ...given, tried: tried.toSorted(downwards), chosen: priceMinor });
  }
  if (chart === undefined) return undefined;
  const available = Number(decision.evidence.figures.find(({ key }) => key === 'available')?.value ?? 0);
  const { horizonDays } = decision.predicted;
  return stockChart({ available }, { horizonDays, soldBefore, soldAfter });
}

function downwards(one: bigint, other: bigint): number {
  return one === other ? 0 : one > other ? -1 : 1;
}

/** What a price is judged by, as it was kept. */
export function caseOf(basis: ReturnType<typeof priceBasis.parse>): PriceCase {
  const { netBefore, kept, mean, variance, stock, elasticity, deviation } = basis;
  return {
    ...{ netBeforeMinor: netBefore, keptMinor: kept, outlook: { mean, variance } },
    ...{ stock: stock ?? Number.POSITIVE_INFINITY, elasticity: { mean: elasticity, deviation } },
  };
}
