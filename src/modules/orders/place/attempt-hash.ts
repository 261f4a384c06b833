import { hash } from 'node:crypto';
import type { PlaceOrder } from '../placed.ts';

/** What an attempt to pay is asked with, so that a second click can be told from a second attempt. */
export function attemptHash(payment: PlaceOrder['payment']): Buffer | undefined {
  if (payment === undefined) return undefined;
  return hash('sha256', JSON.stringify([payment.methodId, payment.token ?? null]), 'buffer');
}
