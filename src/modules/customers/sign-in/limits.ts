/** How many tries a code has; then it is worth nothing. */
export const TRIES = 5;

/** A code lives for ten minutes. */
export const CODE_MINUTES = 10;

/** How many codes were asked for already. */
export type Asked = {
  /** For this e-mail address from this network, within a quarter of an hour. */
  readonly byPair: number;
  /** For this e-mail address from anywhere, within an hour. */
  readonly byEmail: number;
  /** From this network for any address, within an hour. */
  readonly byNetwork: number;
  /** Whether a code for this address was used from this network in the last ninety days. */
  readonly isKnownNetwork: boolean;
};

/**
 * Whether another code is sent. An address gets ten codes of five tries an hour, whoever asks: one in two million
 * guesses at 100,000,000 codes an hour. Who has used up an address's share by asking for it from elsewhere does not lock
 * its owner out: a network that the owner has signed in from before has a share of its own.
 *
 * @example
 * mayAsk({ byPair: 0, byEmail: 10, byNetwork: 0, isKnownNetwork: false }) // false
 * mayAsk({ byPair: 0, byEmail: 10, byNetwork: 0, isKnownNetwork: true }) // true
 */
export function mayAsk({ byPair, byEmail, byNetwork, isKnownNetwork }: Asked): boolean {
  return byPair < 5 && byNetwork < 30 && (byEmail < 10 || isKnownNetwork);
}
