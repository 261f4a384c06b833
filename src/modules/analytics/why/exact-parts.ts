import { wholeParts } from '../../../statistics/index.ts';

/**
 * Parts as whole units that add up to the total exactly: by `wholeParts`, each within one of what it was. Where parts are so
 * much larger than the total that floating numbers lost whole units of it, the largest takes what they lost.
 */
export function exactParts(parts: readonly number[], total: bigint): bigint[] {
  const whole = parts.map((part) => BigInt(Math.floor(part)));
  const lost = whole.reduce((left, part) => left - part, total);
  const isWhole = parts.every((part) => Number.isSafeInteger(Math.floor(part)));
  if (isWhole && lost >= 0n && lost <= BigInt(parts.length))
    return wholeParts(parts, Number(total)).map(BigInt);
  const largest = parts.reduce(
    (found, part, index) => (Math.abs(part) > Math.abs(parts[found] ?? 0) ? index : found),
    0,
  );
  return whole.map((part, index) => (index === largest ? part + lost : part));
}
