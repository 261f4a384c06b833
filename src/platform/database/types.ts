import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Reads: the pool, or a transaction where the read must see its own writes. */
export type Db = Kysely<Schema>;

/** An open transaction. A verb that writes asks for it, so that effects and their events commit together. */
export type Tx = Transaction<Schema>;
