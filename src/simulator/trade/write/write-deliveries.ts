import type { VariantId } from '../../../modules/catalog/index.ts';
import { putPastDeliveries, readSuppliers } from '../../../modules/purchasing/index.ts';
import type { Db } from '../../../platform/database/index.ts';
import { suppliersOf } from '../../world/suppliers.ts';
import type { WorldProduct } from '../../world/world.ts';
import type { DeliveredLine } from '../stock/delivery-book.ts';
import { ORIGIN } from './origin.ts';

/** Writes how suppliers delivered in a past, as history. Of suppliers and goods that are gone there is none. */
export async function writeDeliveries(
  db: Db,
  {
    lines,
    products,
    seed,
    variantIds,
    firstDay,
  }: {
    readonly lines: readonly DeliveredLine[];
    readonly products: readonly WorldProduct[];
    readonly seed: number;
    readonly variantIds: ReadonlyMap<string, VariantId>;
    readonly firstDay: Temporal.PlainDate;
  },
): Promise<void> {
  const ids = new Map((await readSuppliers(db)).map(({ id, name }) => [name, id]));
  const makers = new Map(suppliersOf(products, seed).map(({ maker }) => [maker.key, ids.get(maker.name)]));
  const on = (day: number) => firstDay.add({ days: day });
  const numberOf = numbersOf(lines);
  const deliveries = lines.flatMap((line) => {
    const { terms, quantity, asked, flawed, ordered, promised, came, paidMinor, listMinor } = line;
    const [supplierId, variantId] = [makers.get(terms.maker), variantIds.get(terms.sku)];
    if (supplierId === undefined || variantId === undefined) return [];
    return [
      {
        ...{ supplierId, variantId, reference: numberOf(terms.maker, ordered) },
        ...{ orderedOn: on(ordered), promisedOn: on(promised), cameOn: on(came) },
        ...{ ordered: asked, received: quantity, flawed, price: { paidMinor, listMinor } },
      },
    ];
  });
  await db.transaction().execute((tx) => putPastDeliveries(tx, { origin: ORIGIN, deliveries }));
}

/** `No. 37`: the orders of each supplier, numbered as they were given. */
function numbersOf(lines: readonly DeliveredLine[]): (maker: string, ordered: number) => string {
  const given = new Map(
    [...Map.groupBy(lines, ({ terms }) => terms.maker)].map(([maker, own]) => {
      const days = new Set(own.map(({ ordered }) => ordered));
      return [maker, [...days].toSorted((one, other) => one - other)];
    }),
  );
  return (maker, ordered) => `No. ${(given.get(maker)?.indexOf(ordered) ?? 0) + 1}`;
}
