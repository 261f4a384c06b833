import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { Position } from '../facts/sources.ts';

/** How far a source has been read; nothing of it yet: `undefined`. */
export async function readPosition(
  { rows }: Pick<Warehouse, 'rows'>,
  source: string,
): Promise<Position | undefined> {
  const [found] = await rows<Position>('select xid, id from feed_position where source = $1', [source]);
  return found;
}

/** Says how far a source has been read, in the transaction that holds what was read. */
export async function writePosition(session: Session, source: string, { xid, id }: Position): Promise<void> {
  await session.run('delete from feed_position where source = $1', [source]);
  await session.run('insert into feed_position values ($1, $2, $3)', [source, xid, id]);
}
