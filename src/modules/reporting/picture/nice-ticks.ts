/**
 * Three to six round numbers that a range lies between: steps of 1, 2 or 5 times a power of ten.
 *
 * @example niceTicks(0, 8_720) // 0, 2000, 4000, 6000, 8000, 10000
 */
export function niceTicks(low: number, high: number): number[] {
  if (high <= low) return [low, low + 1];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * 0.999) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
