import type { Db } from '../../platform/database/index.ts';
import { readEntity } from './entities/read-entity.ts';
import type { DueDelivery } from './store/deliveries.ts';
import { TOPICS } from './topics.ts';

/** Standard Webhooks 1.0.0, "Payload structure". */
export async function bodyOf(
  db: Db,
  { topic, about, happenedAt }: Pick<DueDelivery, 'topic' | 'about' | 'happenedAt'>,
): Promise<string> {
  const known = TOPICS.find((name) => name === topic);
  if (!known) throw new RangeError(`nothing is told as ${topic}`);
  const data = await readEntity(db, known, about);
  return JSON.stringify({ type: topic, timestamp: happenedAt.toString(), data });
}
