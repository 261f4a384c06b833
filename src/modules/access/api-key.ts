import type { Id, Refusal } from '../../kernel/index.ts';
import type { Scope } from './scope.ts';

export type ApiKeyId = Id<'api_key'>;

/** A key as it is listed: the key itself is shown once, when it is made. */
export type ApiKey = {
  readonly id: ApiKeyId;
  readonly name: string;
  /** By which its holder recognises it. */
  readonly lastFour: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | undefined;
  /** To about a minute. */
  readonly lastUsedAt: Temporal.Instant | undefined;
  readonly revokedAt: Temporal.Instant | undefined;
};

export type ApiKeyRefusal = Refusal<'invalid_name' | 'unknown_scope' | 'no_scopes' | 'expires_in_past'>;
