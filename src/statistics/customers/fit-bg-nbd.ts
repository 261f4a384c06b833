import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import { secondDerivatives } from '../optimise/curvature.ts';
import { inverse, type Matrix } from '../optimise/matrix.ts';
import { nelderMead } from '../optimise/nelder-mead.ts';
import { at } from '../series.ts';
import { logBeta, logGamma } from '../special/gamma.ts';
import { type BgNbd, softPlus, type Timing } from './bg-nbd.ts';
import { groupHistories, type HistoryGroups } from './group-histories.ts';
import { everyOf, MANY } from './thinned.ts';

export type BgNbdFit = {
  readonly model: BgNbd;
  readonly logLikelihood: number;
  readonly customers: number;
  /** False where the histories fit best if nobody leaves; a and b are then given and not estimated. */
  readonly doSomeLeave: boolean;
  /** Of the estimates of ln r, ln α, ln a, ln b: the inverse of the observed information. */
  readonly covariance: Matrix;
};

const MIN_CUSTOMERS = 50;
const MIN_REPEATERS = 20;
const ROUGHLY = { step: 1e-2, value: 1e-2, evaluations: 2_000 };
const EXACTLY = { step: 1e-6, value: 1e-7, evaluations: 2_000 };
/** Where ln of a parameter is beyond this, the likelihood goes on growing and there is no estimate. */
const FAR = 14;
/** A difference of log-likelihoods, also as they are found roughly, after which nobody need look closer. */
const CLEAR = 20;
/** A difference of log-likelihoods that is none. */
const NEGLIGIBLE = 1e-3;
/**
 * One that a likelihood ratio test at 5 % does not see: half of the 3.84 of χ² (Wilks 1938, Ann. Math.
 * Statist. 9).
 */
const INDISTINCT = 1.92;

/**
 * Maximum likelihood estimates of the BG/NBD model (section 7 of Fader, Hardie and Lee 2005), over the
 * logarithms of the parameters by Nelder–Mead, begun again where it ended. Customers with the same history
 * are counted as one row. Where the likelihood is greatest where nobody leaves, as happens with histories of
 * some months, or has no maximum inside and is hardly greater than there, the model is that limit: the NBD
 * model of Ehrenberg (1959), "The pattern of consumer purchases", Applied Statistics 8, with `doSomeLeave`
 * false. Refused as `not_enough_data` below 50 customers or 20 who bought again, and as `no_maximum` where
 * the likelihood has none inside, or is so flat that its curvature gives no covariance. Throws a RangeError
 * on a history that cannot be: recency after age, or recency without a second purchase.
 */
export function fitBgNbd(
  histories: readonly Timing[],
): Result<BgNbdFit, Refusal<'not_enough_data' | 'no_maximum'>> {
  const repeaters = histories.filter(({ frequency }) => frequency > 0).length;
  if (histories.length < MIN_CUSTOMERS || repeaters < MIN_REPEATERS) {
    return refuse(
      'not_enough_data',
      `${histories.length} customers, ${repeaters} of whom bought again; the least are ${MIN_CUSTOMERS} and ${MIN_REPEATERS}`,
    );
  }
  const loss = lossOf(groupHistories(histories));
  const thinned = histories.length > MANY ? groupHistories(everyOf(histories)) : groupHistories(histories);
  const rough = lossOf(thinned);
  const start = begin(thinned);
  const near = nelderMead(rough, [...start, 0, Math.log(3)], ROUGHLY, () => 0.5);
  const nearLimit = nelderMead(
    (logs) => rough(staying(logs)),
    start,
    ROUGHLY,
    () => 0.5,
  );
  const inside = minimum(loss, near.at);
  const limit =
    nearLimit.value > near.value + CLEAR ? undefined : minimum((logs) => loss(staying(logs)), nearLimit.at);
  const worse = inside.covariance === undefined ? INDISTINCT : NEGLIGIBLE;
  const isLimit = limit?.covariance !== undefined && limit.value <= inside.value + worse;
  const best = isLimit ? limit : inside;
  const covariance = isLimit ? fixedBeside(best.covariance ?? []) : best.covariance;
  if (covariance === undefined) {
    return refuse('no_maximum', 'no parameters of the purchase model fit these customers best');
  }
  return ok({
    model: modelOf(isLimit ? staying(best.at) : best.at),
    logLikelihood: -best.value,
    customers: histories.length,
    doSomeLeave: !isLimit,
    covariance,
  });
}

type Loss = (logs: Float64Array) => number;

function lossOf(groups: HistoryGroups): Loss {
  return (logs) => -totalLogLikelihood(modelOf(logs), groups);
}

type Best = { readonly at: Float64Array; readonly value: number; readonly covariance: Matrix | undefined };

/** The least that was found from near it; without a covariance where it is no minimum inside. */
function minimum(loss: Loss, near: Float64Array): Best {
  const best = nelderMead(loss, near, EXACTLY, () => 0.05);
  const isInside = best.hasConverged && best.at.every((log) => Math.abs(log) < FAR);
  const covariance = isInside ? inverse(secondDerivatives(loss, best.at)) : undefined;
  return { at: best.at, value: best.value, covariance };
}

/** ln r and ln α, with leaving so improbable (once in a million purchases) that it does not show. */
function staying(logs: ArrayLike<number>): Float64Array {
  return Float64Array.of(at(logs, 0), at(logs, 1), Math.log(1e-6), 0);
}

/** The covariance of ln r and ln α beside an ln a and ln b that are given, their variance next to nothing. */
function fixedBeside(covariance: Matrix): Matrix {
  const given = [2, 3].map((place) => new Float64Array(4).with(place, 1e-12));
  return [...covariance.map((row) => Float64Array.of(at(row, 0), at(row, 1), 0, 0)), ...given];
}

/** The parameters in the order of `covariance`. */
export function logsOf({ r, alpha, a, b }: BgNbd): Float64Array {
  return Float64Array.of(r, alpha, a, b).map(Math.log);
}

export function modelOf(logs: ArrayLike<number>): BgNbd {
  const [r, alpha, a, b] = [at(logs, 0), at(logs, 1), at(logs, 2), at(logs, 3)];
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}

/** ln r and ln α to begin with: r = ½ and the α that gives the mean frequency if nobody left. */
function begin({ meanFrequency, meanAge }: HistoryGroups): number[] {
  return [Math.log(0.5), Math.log((0.5 * meanAge) / meanFrequency)];
}

const LARGE = 1e200;

// Every logarithm is taken once per distinct frequency, recency or age, and not once per row.
function totalLogLikelihood({ r, alpha, a, b }: BgNbd, groups: HistoryGroups): number {
  const logAge = groups.ages.map((age) => Math.log(alpha + age));
  const logRecency = groups.recencies.map((recency) => Math.log(alpha + recency));
  const start = r * Math.log(alpha) - logGamma(r) - logBeta(a, b);
  const still = groups.frequencies.map((x) => start + logGamma(r + x) + logBeta(a, b + x));
  const gone = groups.frequencies.map((x) => (x > 0 ? Math.log(a / (b + x - 1)) : Number.NEGATIVE_INFINITY));
  const { counts, frequencyAt, recencyAt, ageAt, frequencies } = groups;
  let [total, product] = [0, 1];
  // The hot loop reads typed arrays directly; `?? 0` never happens.
  for (let row = 0; row < counts.length; row += 1) {
    const place = frequencyAt[row] ?? 0;
    const frequency = frequencies[place] ?? 0;
    const power = r + frequency;
    const age = power * (logAge[ageAt[row] ?? 0] ?? 0);
    const odds = (gone[place] ?? 0) + age - power * (logRecency[recencyAt[row] ?? 0] ?? 0);
    const count = counts[row] ?? 0;
    total += count * ((still[place] ?? 0) - age);
    if (frequency === 0) continue;
    if (count > 1) total += count * softPlus(odds);
    else {
      // Of factors between 1 and 2 one logarithm is taken for many: softPlus(odds) = max(odds, 0) + ln(1 + e^−|odds|).
      total += Math.max(odds, 0);
      product *= 1 + Math.exp(-Math.abs(odds));
      if (product > LARGE) [total, product] = [total + Math.log(product), 1];
    }
  }
  return total + Math.log(product);
}
