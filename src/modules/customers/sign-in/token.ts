import { hash, randomInt } from 'node:crypto';

/** Eight digits, so that guessing is hopeless within the tries that an address gets: see `limits.ts`. */
export function newCode(): string {
  return randomInt(100_000_000).toString().padStart(8, '0');
}

/**
 * What is kept of a code: bound to its challenge and purpose, so that it opens nothing else, and not to be found by trying
 * all codes for whoever reads the table without the challenge.
 */
export function codeHash(challenge: string, purpose: string, code: string): Buffer {
  return hash('sha256', `${challenge}\n${purpose}\n${code}`, 'buffer');
}
