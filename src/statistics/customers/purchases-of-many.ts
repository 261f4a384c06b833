import { at } from '../series.ts';
import { interpolated } from '../special/interpolate.ts';
import { type BgNbd, probabilityAlive, type Timing } from './bg-nbd.ts';
import { discountedIfAlive, type Horizon } from './lifetime-value.ts';

/** So many points give what purchases come to at any age to ten digits. */
const NODES = 20;

/**
 * `discountedPurchases` of many customers under one model after another, in the order given. What one buys who may still
 * buy depends on how often they bought and how old they are, and is smooth in age: of each frequency it is
 * worked out at twenty ages and read off between. 100,000 customers take hundredths of a second.
 */
export function purchasesOfMany(
  timings: readonly Timing[],
  horizon: Horizon,
): (model: BgNbd) => Float64Array {
  const { kinds, kindOf, size } = kindsOf(timings);
  return (model) => {
    const counts = new Float64Array(size);
    for (const [frequency, places] of kinds) {
      const exact = (age: number) => discountedIfAlive(model, { frequency, recency: 0, age }, horizon);
      const ages = [...places.keys()];
      const curve = ages.length <= NODES ? exact : curveOf(exact, model.alpha, ages);
      for (const [age, place] of places) counts[place] = curve(age);
    }
    return Float64Array.from(timings, (timing, index) => {
      const count = at(counts, at(kindOf, index));
      // Nobody leaves before their second purchase.
      return timing.frequency === 0 ? count : probabilityAlive(model, timing) * count;
    });
  };
}

/** Frequencies, the ages of each, and which of these pairs everybody is. */
function kindsOf(timings: readonly Timing[]) {
  const kinds = new Map<number, Map<number, number>>();
  let size = 0;
  const kindOf = Uint32Array.from(timings, ({ frequency, age }) => {
    const ages = kinds.get(frequency) ?? new Map<number, number>();
    if (ages.size === 0) kinds.set(frequency, ages);
    const known = ages.get(age);
    if (known !== undefined) return known;
    ages.set(age, size);
    size += 1;
    return size - 1;
  });
  return { kinds, kindOf, size };
}

/** In ln(α + age) it is smooth however much older one customer is than another. */
function curveOf(
  exact: (age: number) => number,
  alpha: number,
  ages: readonly number[],
): (age: number) => number {
  const logs = Float64Array.from(ages, (age) => Math.log(alpha + age)).sort();
  const curve = interpolated(
    (log) => exact(Math.exp(log) - alpha),
    at(logs, 0),
    at(logs, logs.length - 1),
    NODES,
  );
  return (age) => curve(Math.log(alpha + age));
}
