import { join } from 'node:path';

/** How a server cuts its log into files. */
export type LogShape = { readonly timeline: number; readonly segmentBytes: bigint };

/**
 * A place in the log as PostgreSQL writes it, as a number of bytes since the beginning.
 *
 * @example
 * parsePosition('1/3000060') // 0x1_03000060n
 */
export function parsePosition(text: string): bigint {
  const [, high, low] = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/.exec(text) ?? [];
  if (high === undefined || low === undefined) throw new RangeError(`${text} is no place in a log`);
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

export function positionText(position: bigint): string {
  return `${(position >> 32n).toString(16)}/${(position & 0xffff_ffffn).toString(16)}`.toUpperCase();
}

/** The number of the segment that this place is in. */
export function segmentAt(position: bigint, { segmentBytes }: LogShape): bigint {
  return position / segmentBytes;
}

/** The name of a segment's file: timeline, then the number in two parts, eight hexadecimal digits each. */
export function segmentName(number: bigint, { timeline, segmentBytes }: LogShape): string {
  const perId = 0x1_0000_0000n / segmentBytes;
  return [BigInt(timeline), number / perId, number % perId].map(eight).join('');
}

/** The number that a segment's name stands for. */
export function segmentNumber(name: string, segmentBytes: bigint): bigint {
  const [high, low] = [name.slice(8, 16), name.slice(16, 24)].map((part) => BigInt(`0x${part}`));
  return (high ?? 0n) * (0x1_0000_0000n / segmentBytes) + (low ?? 0n);
}

export function isSegmentName(name: string): boolean {
  return /^[0-9A-F]{24}$/.test(name);
}

export function logFolder(cluster: string): string {
  return join(cluster, 'pg_wal');
}

function eight(part: bigint): string {
  return part.toString(16).toUpperCase().padStart(8, '0');
}
