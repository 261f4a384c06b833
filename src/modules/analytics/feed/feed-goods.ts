import type { Session, Warehouse } from '../../../platform/warehouse/index.ts';
import type { FactSources, ProductFact } from '../facts/sources.ts';
import { nameGone, nameUnlisted } from './link-goods.ts';
import { readPosition, writePosition } from './position.ts';

/** Copies the products of the catalogue that are others now: all of them the first time. */
export async function feedGoods(warehouse: Warehouse, { goods }: Pick<FactSources, 'goods'>): Promise<void> {
  const revision = await goods.revision();
  const after = (await readPosition(warehouse, 'goods'))?.id;
  if (after === revision) return;
  const { isAll, pages } = await goods.changed(after);
  await warehouse.change(async (session) => {
    await stage(session, pages);
    await replaceGoods(session, isAll);
    await writePosition(session, 'goods', { xid: 0n, id: revision });
  });
}

async function stage(session: Session, pages: AsyncIterable<readonly ProductFact[]>): Promise<void> {
  await session.run(`create or replace temp table new_goods as
    select product_id, variant_id, sku, title, options, brand, category from goods limit 0`);
  await session.run('create or replace temp table new_member as select * from goods_collection limit 0');
  await session.run('create or replace temp table new_product (product_id varchar)');
  for await (const page of pages) {
    await session.append(
      'new_product',
      page.map(({ productId }) => [productId]),
    );
    await session.append(
      'new_goods',
      page.flatMap(({ productId, variants, title, brand, category }) =>
        variants.map(({ variantId, sku, options }) => {
          return [productId, variantId, sku, title, options, brand, category];
        }),
      ),
    );
    await session.append(
      'new_member',
      page.flatMap(({ productId, collections }) => collections.map((one) => [productId, one])),
    );
  }
}

async function replaceGoods(session: Session, isAll: boolean): Promise<void> {
  const isMeant = isAll ? 'true' : 'product_id in (select product_id from new_product)';
  await session.run(`create or replace temp table named_variant as
    select variant_id from goods where is_listed and ${isMeant}
    except select variant_id from new_goods`);
  await session.run(`create or replace temp table named_sku as
    select sku from goods where is_listed and ${isMeant} union select sku from new_goods`);
  await session.run(`delete from goods where is_listed and ${isMeant}`);
  await session.run('delete from goods where variant_id in (select variant_id from new_goods)');
  await session.run('insert into goods by name select *, true as is_listed from new_goods');
  await session.run(`delete from goods_collection where ${isMeant}`);
  await session.run('insert into goods_collection select distinct * from new_member');
  await nameGone(session);
  await nameUnlisted(session);
}
