import { ActionIcon, Autocomplete, Menu, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Ellipsis } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { type Told, useRead, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import styles from './collection.module.css';
import type { Collection } from './form.ts';
import { ProductTile } from './product-tile.tsx';
import { collectionWords } from './words.ts';

type Placed = Told<'readCollectionProducts'>['products'][number];
type Doing = 'pin' | 'boost' | 'bury' | 'none';

const ABOUT = ['merchandising'] as const;

/** The products as shoppers meet them: dragged into order, pinned, boosted, buried. */
export function ProductsCard({
  collection,
  isReadOnly,
}: {
  readonly collection: Collection;
  readonly isReadOnly: boolean;
}) {
  const t = collectionWords();
  const params = { id: collection.id };
  const read = useRead('readCollectionProducts', { params }, { about: ABOUT, isKept: true });
  const order = useWrite('setCollectionProducts', { about: ABOUT });
  const placement = useWrite('placeProduct', { about: ABOUT });
  const [over, setOver] = useState<string>();
  const isManual = collection.kind === 'manual';
  const products =
    (order.isPending && order.variables
      ? inOrder(read.data?.products ?? [], order.variables.body.productIds)
      : read.data?.products) ?? [];
  const setOrder = (next: readonly Placed[]) =>
    order.mutate({ params, body: { productIds: next.map(({ productId }) => productId) } });
  const move = (from: number, to: number) => {
    const one = products[from];
    if (one === undefined || to < 0 || to >= products.length || from === to) return;
    if (isManual && collection.sort === 'manual') setOrder(products.toSpliced(from, 1).toSpliced(to, 0, one));
    else put(one, 'pin', to + 1);
  };
  const put = (product: Placed, kind: Doing, place?: number) => {
    const sent = { ...params, productId: product.productId };
    placement.mutate({ params: sent, body: { kind, ...(place === undefined ? {} : { place }) } });
  };
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    setOver(undefined);
    const id = event.dataTransfer.getData('text/plain');
    move(
      products.findIndex(({ productId }) => productId === id),
      to,
    );
  };
  return (
    <Card title={`${t.products} (${products.length})`} about={isReadOnly ? undefined : t.dragHint}>
      {isManual && !isReadOnly && (
        <AddProduct
          onAdd={(productId) => setOrder([...products, { productId, title: '', status: 'draft' }])}
          known={new Set(products.map(({ productId }) => productId))}
        />
      )}
      <Shown of={read}>
        {({ isCut }) => (
          <>
            {products.length === 0 && (
              <Text size="sm" c="dimmed">
                {t.nothing}
              </Text>
            )}
            <ol className={styles.tiles}>
              {products.map((product, place) => (
                <li
                  key={product.productId}
                  draggable={!isReadOnly}
                  data-over={over === product.productId || undefined}
                  onDragStart={(event) => event.dataTransfer.setData('text/plain', product.productId)}
                  onDragOver={(event) => {
                    event.preventDefault();
                    setOver(product.productId);
                  }}
                  onDragLeave={() => setOver(undefined)}
                  onDrop={(event) => drop(event, place)}
                >
                  <ProductTile product={product} />
                  <Mark of={product.placement} />
                  {!isReadOnly && (
                    <TileMenu
                      {...{ product, place, isManual }}
                      onMove={(to) => move(place, to)}
                      onPut={(kind, at) => put(product, kind, at)}
                      onRemove={() => setOrder(products.toSpliced(place, 1))}
                    />
                  )}
                </li>
              ))}
            </ol>
            {isCut && (
              <Text size="sm" c="dimmed" mt="sm">
                {t.cut}
              </Text>
            )}
          </>
        )}
      </Shown>
    </Card>
  );
}

/** What was asked for is shown before it is there. */
function inOrder(products: readonly Placed[], ids: readonly string[]): readonly Placed[] {
  const known = new Map(products.map((product) => [product.productId, product]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

function Mark({ of }: { readonly of: Placed['placement'] }) {
  const t = collectionWords();
  if (!of) return null;
  const words = { pin: `${t.pinned} ${of.place ?? ''}`, boost: t.boosted, bury: t.buried };
  return <span className={styles.mark}>{words[of.kind]}</span>;
}

function TileMenu(props: {
  readonly product: Placed;
  readonly place: number;
  readonly isManual: boolean;
  readonly onMove: (to: number) => void;
  readonly onPut: (kind: Doing, place?: number) => void;
  readonly onRemove: () => void;
}) {
  const { product, place, isManual, onMove, onPut, onRemove } = props;
  const t = collectionWords();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="sm" className={styles.menu} aria-label={product.title}>
          <Ellipsis size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onMove(place - 1)}>{t.up}</Menu.Item>
        <Menu.Item onClick={() => onMove(place + 1)}>{t.down}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onPut('pin', 1)}>{t.pinFirst}</Menu.Item>
        <Menu.Item onClick={() => onPut('pin', place + 1)}>{t.pinHere}</Menu.Item>
        <Menu.Item onClick={() => onPut('boost')}>{t.boost}</Menu.Item>
        <Menu.Item onClick={() => onPut('bury')}>{t.bury}</Menu.Item>
        {product.placement && <Menu.Item onClick={() => onPut('none')}>{t.none}</Menu.Item>}
        {isManual && (
          <Menu.Item color="red" onClick={onRemove}>
            {t.remove}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function AddProduct({
  known,
  onAdd,
}: {
  readonly known: ReadonlySet<string>;
  readonly onAdd: (id: string) => void;
}) {
  const t = collectionWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const found = useRows(
    'listProductRows',
    { query: { q, limit: '10' } },
    { about: ['catalog'], isOff: q === '', isKept: true },
  );
  const offered = found.rows.filter(({ id }) => !known.has(id));
  return (
    <Autocomplete
      {...{ label: t.addProducts, placeholder: t.addHint, value: typed, mb: 'sm', maw: 380 }}
      data={offered.map(({ id, title }) => ({ value: id, label: title }))}
      filter={({ options }) => options}
      onChange={setTyped}
      onOptionSubmit={(id) => {
        onAdd(id);
        setTyped('');
      }}
    />
  );
}
