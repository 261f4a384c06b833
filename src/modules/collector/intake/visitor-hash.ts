import { createHmac } from 'node:crypto';
import { networkOf } from '../../../platform/auth/index.ts';
import { IDLE_MINUTES } from '../session-rule.ts';
import type { LiveSalts } from './salts.ts';
import type { VisitorBook } from './visitor-book.ts';

/** What a visitor without consent is told apart by, for a day; none of it is kept. */
export type Traces = { readonly ip: string; readonly userAgent: string; readonly site: string };

/**
 * HMAC-SHA256 (RFC 2104) of what a request shows, cut to 128 bits. When the day's salt is deleted, no list of addresses
 * leads back from it any more. IPv6 counts by its /64: a device changes the rest by itself.
 */
export function visitorHash(salt: Buffer, { ip, userAgent, site }: Traces): string {
  const traces = `${networkOf(ip)}\n${userAgent}\n${site}`;
  return createHmac('sha256', salt).update(traces).digest().subarray(0, 16).toString('base64url');
}

/**
 * The hash of today, or yesterday's while a visit that began before midnight goes on: two salts live at a time, as in
 * Plausible. Which visits go on is known to the process that saw them.
 */
export function visitorToday(
  { today, yesterday }: LiveSalts,
  traces: Traces,
  { book, nowMs }: { readonly book: VisitorBook; readonly nowMs: number },
): string {
  const own = visitorHash(today, traces);
  if (yesterday === undefined || isThere(book, own, nowMs)) return own;
  const former = visitorHash(yesterday, traces);
  return isThere(book, former, nowMs) ? former : own;
}

function isThere(book: VisitorBook, hash: string, nowMs: number): boolean {
  const seenMs = book.seenMs(hash);
  return seenMs !== undefined && nowMs - seenMs <= IDLE_MINUTES * 60_000;
}
