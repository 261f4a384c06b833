export { openSecrets, readKeyText } from './open-secrets.ts';
export { parseKeys } from './parse-keys.ts';
export { type Secrets, UnreadableSecret, withKeys } from './seal.ts';
