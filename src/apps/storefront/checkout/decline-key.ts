import type { MessageKey } from '../messages/index.ts';

const DECLINES: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['insufficient_funds', 'problem.insufficient_funds'],
  ['expired_card', 'problem.expired_card'],
  ['authentication_failed', 'problem.authentication_failed'],
  ['abandoned', 'problem.abandoned'],
]);

/** Few of a bank's reasons help a shopper; the others would only help who tries stolen cards. */
export function declineKey(kind: string): MessageKey {
  return DECLINES.get(kind) ?? 'problem.declined';
}
