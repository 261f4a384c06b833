import { ok, type Refusal, type Result, refuse } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ApiKeyId } from './api-key.ts';
import { setRevoked } from './store.ts';

/** From the commit on the key opens nothing. Revoking twice is revoking once. */
export async function revokeKey(
  tx: Tx,
  input: { readonly id: ApiKeyId; readonly now: Temporal.Instant },
): Promise<Result<void, Refusal<'not_found'>>> {
  const isThere = await setRevoked(tx, input);
  return isThere ? ok(undefined) : refuse('not_found', `no API key has the id ${input.id}`, 'id');
}
