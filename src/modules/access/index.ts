export type { ApiKey, ApiKeyId, ApiKeyRefusal } from './api-key.ts';
export { authenticate } from './authenticate.ts';
export { createKey } from './create-key.ts';
export { revokeKey } from './revoke-key.ts';
export { isScope, SCOPES, type Scope } from './scope.ts';
export { readKeys } from './store.ts';
