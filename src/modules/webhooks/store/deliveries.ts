import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/index.ts';
import type { Attempt, Delivery, DeliveryId, EndpointId } from '../endpoint.ts';

export type Message = {
  readonly id: string;
  readonly topic: string;
  /** The event's own payload: ids. */
  readonly about: object;
  readonly happenedAt: Temporal.Instant;
};

/** Keeps messages; one that is there already stays as it is. */
export async function insertMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  const rows = messages.map(({ id, topic, about, happenedAt }) => ({
    ...{ id, topic, about, happened_at: happenedAt.toString() },
  }));
  await sql`
    insert into webhooks.message (id, topic, about, happened_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as message (id text, topic text, about jsonb, happened_at timestamptz)
    on conflict (id) do nothing`.execute(tx);
}

export type NewDelivery = {
  readonly id: DeliveryId;
  readonly messageId: string;
  readonly endpointId: EndpointId;
};

export async function insertDeliveries(
  tx: Tx,
  deliveries: readonly NewDelivery[],
  now: Temporal.Instant,
): Promise<void> {
  const rows = deliveries.map(({ id, messageId, endpointId }) => ({
    ...{ id, message_id: messageId, endpoint_id: endpointId },
  }));
  await sql`
    insert into webhooks.delivery (id, message_id, endpoint_id, next_attempt_at, created_at)
    select id, message_id, endpoint_id, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as delivery (id uuid, message_id text, endpoint_id uuid)
    on conflict on constraint one_delivery do nothing`.execute(tx);
}

export type DueDelivery = Pick<
  Delivery,
  'id' | 'messageId' | 'endpointId' | 'state' | 'topic' | 'happenedAt'
> & {
  readonly attempts: number;
  readonly step: number;
  readonly about: object;
};

const DUE = sql.raw<unknown>(
  `delivery.id, message_id as "messageId", endpoint_id as "endpointId", state, attempts, step, topic, about,
  happened_at as "happenedAt"`,
);

export async function selectDue(db: Db, id: DeliveryId): Promise<DueDelivery | undefined> {
  const { rows } = await sql<DueDelivery>`
    select ${DUE} from webhooks.delivery join webhooks.message on message.id = message_id
    where delivery.id = ${id}`.execute(db);
  return rows[0];
}

/**
 * Writes an attempt and where the delivery stands after it.
 *
 * @returns `false` when this attempt was written before: another process was quicker
 */
export async function insertAttempt(
  tx: Tx,
  id: DeliveryId,
  attempt: Attempt,
  after: {
    readonly state: Delivery['state'];
    readonly step: number;
    readonly nextAttemptAt: Temporal.Instant | undefined;
  },
): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update webhooks.delivery set attempts = ${attempt.number}, state = ${after.state}, step = ${after.step},
        next_attempt_at = ${after.nextAttemptAt?.toString() ?? null}::timestamptz
      where id = ${id} and attempts = ${attempt.number - 1} returning id
    )
    insert into webhooks.attempt (delivery_id, number, attempted_at, status, error, excerpt, took_ms)
    select id, ${attempt.number}, ${attempt.at.toString()}::timestamptz, ${attempt.status ?? null}::int, ${attempt.error},
      ${attempt.excerpt}, ${attempt.tookMs} from moved
    returning 1`.execute(tx);
  return rows.length === 1;
}

/** The plan of repetitions from its beginning; answers how many attempts there were. */
export async function restart(tx: Tx, id: DeliveryId, now: Temporal.Instant): Promise<number | undefined> {
  const { rows } = await sql<{ attempts: number }>`
    update webhooks.delivery set state = 'pending', step = 0, next_attempt_at = ${now.toString()}::timestamptz
    where id = ${id} returning attempts`.execute(tx);
  return rows[0]?.attempts;
}

type DeliveryRow = Omit<Delivery, 'attempts' | 'nextAttemptAt'> & {
  readonly nextAttemptAt: Temporal.Instant | null;
  readonly attempts: readonly (Omit<Attempt, 'at' | 'status'> & {
    readonly at: string;
    readonly status: number | null;
  })[];
};

type DeliveryQuery = {
  readonly endpointId: EndpointId | undefined;
  readonly state: Delivery['state'] | undefined;
  readonly topic: string | undefined;
  readonly before: DeliveryId | undefined;
  readonly limit: number;
};

/** With their attempts, the latest delivery first. */
export async function selectDeliveries(
  db: Db,
  { endpointId, state, topic, before, limit }: DeliveryQuery,
): Promise<readonly Delivery[]> {
  const conditions = [
    ...(endpointId ? [sql`endpoint_id = ${endpointId}::uuid`] : []),
    ...(state ? [sql`state = ${state}`] : []),
    ...(topic ? [sql`topic = ${topic}`] : []),
    ...(before ? [sql`delivery.id < ${before}::uuid`] : []),
  ];
  return readDeliveryRows(
    db,
    sql`where ${sql.join([sql`true`, ...conditions], sql` and `)} order by delivery.id desc limit ${limit}`,
  );
}

export async function selectDelivery(db: Db, id: DeliveryId): Promise<Delivery | undefined> {
  return (await readDeliveryRows(db, sql`where delivery.id = ${id}`))[0];
}

async function readDeliveryRows(db: Db, which: RawBuilder<unknown>): Promise<readonly Delivery[]> {
  const { rows } = await sql<DeliveryRow>`
    select delivery.id, message_id as "messageId", endpoint_id as "endpointId", topic, state,
      happened_at as "happenedAt", next_attempt_at as "nextAttemptAt",
      coalesce((select jsonb_agg(jsonb_build_object('number', number, 'at', attempted_at, 'status', status,
        'error', error, 'excerpt', excerpt, 'tookMs', took_ms) order by number)
        from webhooks.attempt where delivery_id = delivery.id), '[]') as attempts
    from webhooks.delivery join webhooks.message on message.id = message_id
    ${which}`.execute(db);
  return rows.map((row) => ({
    ...row,
    nextAttemptAt: row.nextAttemptAt ?? undefined,
    attempts: row.attempts.map((attempt) => ({
      ...attempt,
      at: Temporal.Instant.from(attempt.at),
      status: attempt.status ?? undefined,
    })),
  }));
}

/** @returns how many messages went with their deliveries, at most `limit` */
export async function deleteMessages(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from webhooks.message where id in (
      select id from webhooks.message where happened_at < ${before.toString()}::timestamptz limit ${limit})`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
