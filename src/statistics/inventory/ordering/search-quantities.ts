/** from, from + step, …, to. */
export type Quantities = { readonly from: number; readonly to: number; readonly step: number };

const MOST_AT_ONCE = 200;

/**
 * The quantity of least value, of equals the smallest. Exact for up to 200 quantities, and for more where the
 * value falls and then rises (that of an order at one price, of steady demand); else the least of 200 evenly
 * apart, and around it of all that are closer, which may miss a dip that is narrower than that.
 */
export function searchQuantities(
  value: (quantity: number) => number,
  { from, to, step }: Quantities,
): number {
  const count = Math.floor((to - from) / step) + 1;
  const stride = step * Math.max(1, Math.ceil(count / MOST_AT_ONCE));
  let best = { quantity: from, value: value(from) };
  for (let quantity = from + stride; quantity <= to; quantity += stride) {
    const found = value(quantity);
    if (found < best.value) best = { quantity, value: found };
  }
  if (stride === step) return best.quantity;
  const around = {
    from: Math.max(from, best.quantity - stride + step),
    to: Math.min(to, best.quantity + stride - step),
  };
  return searchQuantities(value, { ...around, step });
}
