export { type Address, type Connection, clientConfig, connect } from './connect.ts';
export { fromDocument, toDocument } from './document.ts';
export { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded/launcher.ts';
export { hasLimitedRights, limitRights, SHOP_ROLE } from './limit-rights.ts';
export { type Migration, migrate, readMigrations } from './migrate.ts';
export { prepareDatabase } from './prepare.ts';
export type { Schema } from './schema.ts';
export { transact, transactOrRefuse } from './transact.ts';
export type { Db, Tx } from './types.ts';
