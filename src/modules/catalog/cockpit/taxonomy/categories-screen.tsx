import { ActionIcon, Button, Group, Menu, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { Ellipsis, FolderTree } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import styles from './taxonomy.module.css';

type Category = Told<'listCategories'>['categories'][number];
type Doing =
  | { readonly kind: 'add'; readonly under?: Category | undefined }
  | { readonly kind: 'rename' | 'move' | 'remove'; readonly of: Category };

/** The tree that shoppers walk down. */
export function Screen() {
  const { taxonomy: t } = productWords();
  const mayWrite = useMay()('products:write');
  const [doing, setDoing] = useState<Doing>();
  const tree = useRead('listCategories', {}, { about: ['catalog', 'merchandising'] });
  const move = useWrite('changeCategory', { about: ['catalog'], onDone: () => sayDone(t.saved) });
  const put = (id: string, under: string | undefined) => {
    if (id !== under) move.mutate({ params: { id: id }, body: { parentId: under ?? null } });
  };
  const add = mayWrite && <Button onClick={() => setDoing({ kind: 'add' })}>{t.addCategory}</Button>;
  return (
    <Page title={t.categories} about={t.categoriesAbout} actions={add} isNarrow>
      <Shown of={tree}>
        {({ categories }) =>
          categories.length === 0 ? (
            <EmptyState icon={FolderTree} title={t.noCategories} text={t.noCategoriesText} action={add} />
          ) : (
            <Card isFlush>
              <Branch
                {...{ categories, parentId: undefined, depth: 0, mayWrite, onDo: setDoing, onPut: put }}
              />
            </Card>
          )
        }
      </Shown>
      {doing && (
        <Dialog
          key={doing.kind}
          doing={doing}
          all={tree.data?.categories ?? []}
          onClose={() => setDoing(undefined)}
        />
      )}
    </Page>
  );
}

function Branch(props: {
  readonly categories: readonly Category[];
  readonly parentId: string | undefined;
  readonly depth: number;
  readonly mayWrite: boolean;
  readonly onDo: (doing: Doing) => void;
  readonly onPut: (id: string, under: string | undefined) => void;
}) {
  const { categories, parentId, depth, mayWrite, onDo, onPut } = props;
  const { taxonomy: t } = productWords();
  const [over, setOver] = useState<string>();
  const own = categories.filter((one) => one.parentId === parentId);
  if (own.length === 0) return null;
  const drop = (event: DragEvent, id: string) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(undefined);
    onPut(event.dataTransfer.getData('text/plain'), id);
  };
  return (
    <ul className={styles.branch}>
      {own.map((category) => (
        <li key={category.id}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keys in the menu */}
          <div
            className={styles.leaf}
            style={{ paddingLeft: 16 + depth * 22 }}
            data-over={over === category.id || undefined}
            draggable={mayWrite}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', category.id)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(category.id);
            }}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => drop(event, category.id)}
          >
            <span className={styles.name}>{category.name}</span>
            <Text size="xs" c="dimmed" span>
              {t.products(countOf(category.products))}
            </Text>
            {mayWrite && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={category.name}>
                    <Ellipsis size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => onDo({ kind: 'add', under: category })}>{t.addBelow}</Menu.Item>
                  <Menu.Item onClick={() => onDo({ kind: 'rename', of: category })}>{t.rename}</Menu.Item>
                  <Menu.Item onClick={() => onDo({ kind: 'move', of: category })}>{t.moveTo}</Menu.Item>
                  <Menu.Item color="red" onClick={() => onDo({ kind: 'remove', of: category })}>
                    {t.remove}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </div>
          <Branch {...props} parentId={category.id} depth={depth + 1} />
        </li>
      ))}
    </ul>
  );
}

function Dialog(props: {
  readonly doing: Doing;
  readonly all: readonly Category[];
  readonly onClose: () => void;
}) {
  const { doing, all, onClose } = props;
  const { taxonomy: t } = productWords();
  const about = doing.kind === 'add' ? undefined : doing.of;
  const [name, setName] = useState(about?.name ?? '');
  const [under, setUnder] = useState(about?.parentId ?? '');
  const options = { about: ['catalog', 'merchandising'], isTold: true, onDone: () => close(t.saved) };
  const create = useWrite('createCategory', options);
  const change = useWrite('changeCategory', options);
  const remove = useWrite('removeCategory', { ...options, onDone: () => close(t.removed) });
  const close = (text: string) => {
    sayDone(text);
    onClose();
  };
  const params = { id: about?.id ?? '' };
  const act = () => {
    if (doing.kind === 'add') {
      create.mutate({ body: { name, ...(doing.under ? { parentId: doing.under.id } : {}) } });
    } else if (doing.kind === 'rename') change.mutate({ params, body: { name } });
    else if (doing.kind === 'move') change.mutate({ params, body: { parentId: under || null } });
    else remove.mutate({ params });
  };
  const error = create.error ?? change.error ?? remove.error;
  const titles = {
    add: t.addCategory,
    rename: t.rename,
    move: t.moveTo,
    remove: t.removeTitle(about?.name ?? ''),
  };
  const verbs = { add: t.addCategory, rename: t.save, move: t.save, remove: t.remove };
  const places = all
    .filter(({ path }) => about === undefined || (path !== about.path && !path.startsWith(`${about.path}/`)))
    .map((one) => ({ value: one.id, label: one.path }));
  return (
    <Modal opened onClose={onClose} title={titles[doing.kind]} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <Stack>
          {(doing.kind === 'add' || doing.kind === 'rename') && (
            <TextInput
              {...{ label: t.name, value: name, required: true, 'data-autofocus': true }}
              error={problemsByField(error)['name']}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {doing.kind === 'move' && (
            <Select
              {...{ label: t.moveTo, value: under, searchable: true, allowDeselect: false }}
              data={[{ value: '', label: t.root }, ...places]}
              onChange={(value) => setUnder(value ?? '')}
            />
          )}
          {doing.kind === 'remove' && <Text size="sm">{t.removeText}</Text>}
          {error && (
            <Text size="sm" c="var(--bad)" role="alert">
              {error.message}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button
              type="submit"
              {...(doing.kind === 'remove' ? { color: 'red' } : {})}
              loading={create.isPending || change.isPending || remove.isPending}
            >
              {verbs[doing.kind]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
