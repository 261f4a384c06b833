import { currencyOf, minorDigits } from '../../../kernel/index.ts';

const DIGITS = Map.groupBy(Intl.supportedValuesOf('currency'), (code) => minorDigits(currencyOf(code)));

/** SQL: how many millionths of the currency's unit its smallest unit is: a cent has 10,000. */
export function millionthsAMinor(currency: string): string {
  const cases = [...DIGITS].map(([digits, codes]) => {
    return `when ${currency} in ('${codes.join("', '")}') then ${10 ** (6 - digits)}`;
  });
  return `case ${cases.join(' ')} else 10000 end`;
}

/**
 * SQL: exact amounts in millionths as whole smallest units, so that nothing is lost over all of them: each becomes what the
 * rounded running sum grew by (cascade rounding). Along `order` the sum up to any row is that of the exact amounts, rounded,
 * so what any stretch of rows comes to is less than one unit off; and a whole amount stays what it is. Halves go up.
 *
 * 0.4, 0.4 and 0.4 of a cent: sums 0.4, 0.8, 1.2 are 0, 1, 1, so they become 0, 1 and 0 cents.
 */
export function roundedInTurn({
  amount,
  unit,
  of,
  order,
}: {
  /** Millionths. */
  readonly amount: string;
  /** Millionths that a smallest unit is. */
  readonly unit: string;
  /** Rows that are rounded among themselves. */
  readonly of: string;
  readonly order: string;
}): string {
  const upTo = `(sum(${amount}) over (partition by ${of} order by ${order} rows unbounded preceding))`;
  return `cast(${halfUp(upTo, unit)} - ${halfUp(`(${upTo} - ${amount})`, unit)} as bigint)`;
}

/** The floor of (2·amount + unit) ÷ 2·unit; of numbers below zero `//` alone would give the ceiling. */
function halfUp(amount: string, unit: string): string {
  const [doubled, whole] = [`(2 * ${amount} + ${unit})`, `(2 * ${unit})`];
  return `((${doubled} - ((${doubled} % ${whole}) + ${whole}) % ${whole}) // ${whole})`;
}
