import { sql } from 'kysely';
import type { Db } from '../../../platform/database/index.ts';
import type { OrderId } from '../order.ts';

export type Parent = {
  readonly orderId: OrderId;
  readonly number: string;
  readonly kind: 'addition' | 'exchange';
};

type Marks = {
  readonly tags: readonly string[];
  readonly isArchived: boolean;
  readonly parent: Parent | undefined;
};

/** How staff marked an order, and what it was made because of. */
export async function readMarks(db: Db, id: OrderId): Promise<Marks> {
  const { rows } = await sql<Omit<Marks, 'parent'> & { readonly parent: Parent | null }>`
    select array(select t.tag from orders.order_tag t where t.order_id = o.id order by t.tag) as tags,
      o.archived_at is not null as "isArchived", (
        select json_build_object('orderId', p.id, 'number', p.number, 'kind', l.kind)
        from orders.link l join orders."order" p on p.id = l.parent_id where l.order_id = o.id
      ) as parent
    from orders."order" o where o.id = ${id}`.execute(db);
  const [row] = rows;
  return row
    ? { ...row, parent: row.parent ?? undefined }
    : { tags: [], isArchived: false, parent: undefined };
}
