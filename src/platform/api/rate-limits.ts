import ipaddr from 'ipaddr.js';
import type { RateClass } from './endpoint.ts';

/** What is left to a caller after this request. */
export type Allowance = {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the whole window is free again. */
  readonly resetSeconds: number;
};

const WINDOW_MS = 60_000;
const MOST_CALLERS = 20_000;
const SHARE: Readonly<Record<RateClass, number>> = { read: 1, write: 0.2, guess: 0.01 };

type Count = { window: number; now: number; before: number };

/**
 * How often a caller asks, over a sliding minute: the last whole minute counts for as much of it as still lies within
 * (an approximation that is exact for an even flow). In this process alone: N processes allow N times as much.
 */
export class RateLimits {
  readonly #perMinute: number;
  readonly #counts = new Map<string, Count>();

  /** @param perMinute reads; writes have a fifth of it and guesses a hundredth. 0: no limits. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  get isOn(): boolean {
    return this.#perMinute > 0;
  }

  take(caller: string, rate: RateClass, nowMs: number): Allowance {
    const limit = Math.max(1, Math.round(this.#perMinute * SHARE[rate]));
    const count = this.#count(`${rate} ${caller}`, Math.floor(nowMs / WINDOW_MS));
    const passed = (nowMs % WINDOW_MS) / WINDOW_MS;
    const used = count.now + count.before * (1 - passed);
    const isAllowed = used + 1 <= limit;
    if (isAllowed) count.now += 1;
    return {
      isAllowed,
      limit,
      remaining: Math.max(0, Math.floor(limit - used - 1)),
      resetSeconds: Math.ceil((WINDOW_MS - (nowMs % WINDOW_MS)) / 1000),
    };
  }

  #count(key: string, window: number): Count {
    const known = this.#counts.get(key);
    if (known?.window === window) return known;
    const count = { window, now: 0, before: known?.window === window - 1 ? known.now : 0 };
    // Moved to the end: the first key is then the one that asked longest ago, and the first to be forgotten.
    this.#counts.delete(key);
    this.#counts.set(key, count);
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= MOST_CALLERS) break;
      this.#counts.delete(oldest);
    }
    return count;
  }
}

/** One caller's address; of IPv6 its /64, which is what one household or server is given. */
export function addressOf(ip: string): string {
  if (!ip.includes(':') || !ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  return `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
}
