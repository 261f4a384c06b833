import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Endpoint, EndpointId } from '../endpoint.ts';

/** An endpoint with its sealed secrets, the newest first. */
export type EndpointRecord = Endpoint & { readonly sealedSecrets: readonly string[] };

const COLUMNS = sql.raw<unknown>(
  `id, url, topics, description, is_active as "isActive", inactive_reason as "inactiveReason",
  cardinality(sealed_secrets) > 1 as "isRotating", created_at as "createdAt", sealed_secrets as "sealedSecrets"`,
);

/** All of them, the oldest first. */
export async function selectEndpoints(db: Db): Promise<readonly EndpointRecord[]> {
  const { rows } = await sql<EndpointRecord>`select ${COLUMNS} from webhooks.endpoint order by id`.execute(
    db,
  );
  return rows;
}

export async function selectEndpoint(db: Db, id: EndpointId): Promise<EndpointRecord | undefined> {
  const { rows } = await sql<EndpointRecord>`
    select ${COLUMNS} from webhooks.endpoint where id = ${id}`.execute(db);
  return rows[0];
}

/** Held until the end of `tx`, so that two changes at once are one after the other. */
export async function lockEndpoint(tx: Tx, id: EndpointId): Promise<EndpointRecord | undefined> {
  const { rows } = await sql<EndpointRecord>`
    select ${COLUMNS} from webhooks.endpoint where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function writeEndpoint(tx: Tx, endpoint: EndpointRecord, now: Temporal.Instant): Promise<void> {
  const { id, url, topics, description, isActive, inactiveReason, sealedSecrets, createdAt } = endpoint;
  await sql`
    insert into webhooks.endpoint (id, url, topics, description, sealed_secrets, is_active, inactive_reason, created_at,
      changed_at)
    values (${id}, ${url}, ${topics}, ${description}, ${sealedSecrets}, ${isActive}, ${inactiveReason},
      ${createdAt.toString()}::timestamptz, ${now.toString()}::timestamptz)
    on conflict (id) do update set url = excluded.url, topics = excluded.topics, description = excluded.description,
      sealed_secrets = excluded.sealed_secrets, is_active = excluded.is_active,
      inactive_reason = excluded.inactive_reason, changed_at = excluded.changed_at`.execute(tx);
}

export async function deleteEndpoint(tx: Tx, id: EndpointId): Promise<boolean> {
  const { rows } = await sql`delete from webhooks.endpoint where id = ${id} returning 1`.execute(tx);
  return rows.length === 1;
}
