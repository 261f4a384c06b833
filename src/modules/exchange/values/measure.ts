const GRAMS: Readonly<Record<string, number>> = {
  g: 1,
  gram: 1,
  grams: 1,
  kg: 1000,
  kgs: 1000,
  oz: 28.349523125,
  lb: 453.59237,
  lbs: 453.59237,
};
const MILLIMETRES: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  inch: 25.4,
  ft: 304.8,
  yd: 914.4,
};

/** Whole grams of a weight in this unit (kg, g, lb, oz; factors of the 1959 yard and pound), or undefined. */
export function toGrams(amount: number, unit: string): number | undefined {
  return scaled(amount, GRAMS[unit.trim().toLowerCase()]);
}

/** Whole millimetres of a length in this unit (mm, cm, m, in, ft, yd), or undefined. */
export function toMillimetres(amount: number, unit: string): number | undefined {
  return scaled(amount, MILLIMETRES[unit.trim().toLowerCase()]);
}

function scaled(amount: number, factor: number | undefined): number | undefined {
  if (factor === undefined || !Number.isFinite(amount) || amount < 0) return undefined;
  const whole = Math.round(amount * factor);
  return whole <= 2_147_483_647 ? whole : undefined;
}
