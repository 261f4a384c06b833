import type { Refusal } from '../../kernel/index.ts';

export type AttemptScope = 'ip' | 'cart' | 'customer' | 'shop';

/** What was counted of one scope since its window began. */
export type AttemptCount = { readonly asked: number; readonly succeeded: number; readonly declined: number };

export type AttemptRefusal = Refusal<'too_many_attempts'>;

type Limit = {
  readonly windowMinutes: number;
  /** So many attempts that have not succeeded. What succeeds never counts against anybody. */
  readonly mostUnsuccessful: number;
  /** From so many declines on, the shopper has to authenticate, whatever the issuer thinks of the risk. */
  readonly challengeFrom: number;
};

/**
 * Against card testing (OWASP automated threat OAT-001): who tries out stolen cards is declined again and again, so
 * attempts that do not succeed are counted for the address, the cart and the customer.
 */
export const ATTEMPT_LIMITS: Readonly<Record<Exclude<AttemptScope, 'shop'>, Limit>> = {
  ip: { windowMinutes: 60, mostUnsuccessful: 10, challengeFrom: 4 },
  cart: { windowMinutes: 60, mostUnsuccessful: 6, challengeFrom: 3 },
  customer: { windowMinutes: 60, mostUnsuccessful: 10, challengeFrom: 4 },
};

/** Testing from many addresses shows in the shop as a whole: when most are declined, all are challenged. */
export const BREAKER = { windowMinutes: 10, leastDeclined: 20, declinedPerSuccess: 4 };

export function windowMinutesOf(scope: AttemptScope): number {
  return scope === 'shop' ? BREAKER.windowMinutes : ATTEMPT_LIMITS[scope].windowMinutes;
}

/** Whether the attempt that is counted in `counts` already may be made, and whether it needs a challenge. */
export function judgeAttempt(counts: ReadonlyMap<AttemptScope, AttemptCount>): {
  readonly isRefused: boolean;
  readonly isChallengeRequired: boolean;
} {
  let isRefused = false;
  let isChallengeRequired = false;
  for (const [scope, { asked, succeeded, declined }] of counts) {
    if (scope === 'shop') {
      const isOpen = declined >= BREAKER.leastDeclined && declined >= BREAKER.declinedPerSuccess * succeeded;
      isChallengeRequired ||= isOpen;
    } else {
      const { mostUnsuccessful, challengeFrom } = ATTEMPT_LIMITS[scope];
      isRefused ||= asked - succeeded > mostUnsuccessful;
      isChallengeRequired ||= declined >= challengeFrom;
    }
  }
  return { isRefused, isChallengeRequired };
}
