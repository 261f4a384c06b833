/** Tries to sign in that were refused, the one that asks among them. */
export type Tried = {
  /** For this account from this network, within a quarter of an hour. */
  readonly byPair: number;
  /** For this account from anywhere, within an hour. */
  readonly byAccount: number;
  /** From this network for any account, within an hour. */
  readonly byNetwork: number;
  /** Whether this account signed in from this network in the last ninety days. */
  readonly isKnownNetwork: boolean;
};

/**
 * Whether a try is looked at (ASVS 5.0, 6.3.1). An account gets twenty an hour from strange networks, whoever tries; a
 * network that its owner signed in from before has a share of its own, and a passkey is not held up at all, so that
 * strangers who use the twenty up lock nobody out.
 *
 * @example
 * mayTry({ byPair: 1, byAccount: 21, byNetwork: 1, isKnownNetwork: false }) // false
 * mayTry({ byPair: 1, byAccount: 21, byNetwork: 1, isKnownNetwork: true }) // true
 */
export function mayTry({ byPair, byAccount, byNetwork, isKnownNetwork }: Tried): boolean {
  return byPair <= 10 && byNetwork <= 60 && (byAccount <= 20 || isKnownNetwork);
}
