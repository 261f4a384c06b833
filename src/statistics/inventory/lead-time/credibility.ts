import { mean, sum, variance } from '../../series.ts';

/**
 * How many orders of an item its supplier's lead times count as: within-item variance over between-item
 * variance, estimated from the items' histories (Bühlmann and Straub 1970, "Glaubwürdigkeit für
 * Schadensätze", as in Klugman, Panjer and Willmot 2012, Loss Models, 4th edition, on empirical Bayes). With
 * n orders an item's own history then weighs n / (n + k). ∞ where its items do not differ more than chance
 * makes them: the supplier's lead times are theirs. Undefined where fewer than two items have two orders: not
 * enough data.
 *
 * @param items received lead times of each item, in days
 */
export function leadTimeCredibility(items: readonly (readonly number[])[]): number | undefined {
  const known = items.filter(({ length }) => length >= 2);
  if (known.length < 2) return undefined;
  const orders = sum(known.map(({ length }) => length));
  const freedom = orders - known.length;
  const within = sum(known.map((days) => variance(days) * (days.length - 1))) / freedom;
  const centre = sum(known.map((days) => sum(days))) / orders;
  const spread = sum(known.map((days) => days.length * (mean(days) - centre) ** 2));
  const scale = orders - sum(known.map(({ length }) => length ** 2)) / orders;
  const between = (spread - within * (known.length - 1)) / scale;
  if (between <= 0) return Number.POSITIVE_INFINITY;
  return within / between;
}
