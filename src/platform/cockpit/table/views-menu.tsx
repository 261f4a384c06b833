import { Button, Checkbox, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Bookmark, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../api/queries.ts';
import { problemsByField } from '../form/problems.ts';
import { words } from '../messages/words.ts';
import { useAddress, useShowQuery } from '../state/address.ts';
import { queryText } from '../state/query-text.ts';

const ABOUT = ['views'] as const;

/**
 * Views of a list: those of the person and those that the team shares; the list as it is shown now can be kept as one.
 *
 * @example
 * <ListBar …><ViewsMenu list="orders" /></ListBar>
 */
export function ViewsMenu({ list }: { readonly list: string }) {
  const [query] = useAddress();
  const show = useShowQuery();
  const [isNaming, setNaming] = useState(false);
  const views = useRead('listViews', { params: { list } }, { about: ABOUT, isAside: true });
  const remove = useWrite('removeView', { about: ABOUT });
  const now = queryText(query);
  const items = views.data?.items ?? [];
  const current = items.find((view) => view.query === now);
  const t = words();
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<Bookmark size={14} />}>
            {current?.name ?? t.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item fw={now === '' ? 600 : 400} onClick={() => show('')}>
            {t.all}
          </Menu.Item>
          {items.map((view) => (
            <Menu.Item
              key={view.id}
              fw={view === current ? 600 : 400}
              leftSection={view.isShared && <Users size={13} aria-label={t.shareView} />}
              onClick={() => show(view.query)}
            >
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item disabled={now === '' || current !== undefined} onClick={() => setNaming(true)}>
            {t.saveView}
          </Menu.Item>
          {current?.isOwn && (
            <Menu.Item
              color="red"
              leftSection={<Trash2 size={13} />}
              onClick={() => remove.mutate({ params: { list, id: current.id } })}
            >
              {t.removeView}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isNaming && <NameView list={list} query={now} onClose={() => setNaming(false)} />}
    </>
  );
}

function NameView(props: { readonly list: string; readonly query: string; readonly onClose: () => void }) {
  const { list, query, onClose } = props;
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const create = useWrite('createView', { about: ABOUT, onDone: onClose, isTold: true });
  const problems = problemsByField(create.error);
  const t = words();
  return (
    <Modal opened onClose={onClose} title={t.saveView} size="sm" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ params: { list }, body: { name, query, isShared } });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t.nameOfView}
            value={name}
            maxLength={60}
            required
            data-autofocus
            error={problems['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t.shareView}
            checked={isShared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
          {problems[''] !== undefined && (
            <Text size="sm" c="red" role="alert">
              {problems['']}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
