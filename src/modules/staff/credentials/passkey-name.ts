import { newId } from '../../../platform/id.ts';
import type { Passkey } from './passkey.ts';

/** A key with the name by which its owner recognises it. */
export function namedPasskey(input: {
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly now: Temporal.Instant;
}): Passkey {
  const name = input.name.replace(/\p{C}/gu, '').trim().slice(0, 60) || 'Passkey';
  const { isBackedUp, now: createdAt } = input;
  return { id: newId<'staff_passkey'>(), name, isBackedUp, createdAt, lastUsedAt: undefined };
}
