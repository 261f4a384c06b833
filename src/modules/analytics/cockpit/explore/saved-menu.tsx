import { Button, CopyButton, Menu } from '@mantine/core';
import { Bookmark, Link2, Pencil, Plus, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { useAddress } from '../../../../platform/cockpit/state/index.ts';
import { analyticsWords } from '../words.ts';
import { ABOUT } from './kept.ts';
import { SaveDialog } from './save-dialog.tsx';
import type { Explore } from './use-explore.ts';

/** Kept explorations, and keeping, changing, forgetting and sharing the present one. */
export function SavedMenu({ explore }: { readonly explore: Explore }) {
  const t = analyticsWords();
  const [, change] = useAddress();
  const [saving, setSaving] = useState<'new' | 'own'>();
  const { data } = useRead('listExplorations', {}, { about: ABOUT, isAside: true });
  const remove = useWrite('removeExploration', {
    about: ABOUT,
    onDone: () => change({ saved: undefined }),
  });
  const items = data?.items ?? [];
  const current = items.find(({ id }) => id === explore.saved);
  const hasQuery = explore.query !== undefined;
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<Bookmark size={14} />}>
            {current?.name ?? t.explore.saved}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {items.length === 0 && <Menu.Label>{t.explore.nothingSaved}</Menu.Label>}
          {items.map((kept) => (
            <Menu.Item
              key={kept.id}
              fw={kept === current ? 600 : 400}
              rightSection={kept.isShared && <Users size={13} aria-label={t.explore.shared} />}
              onClick={() => explore.open(kept.query, kept.id)}
            >
              {kept.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current?.isOwn && (
            <Menu.Item
              leftSection={<Pencil size={13} />}
              disabled={!hasQuery}
              onClick={() => setSaving('own')}
            >
              {t.explore.changeSaved(current.name)}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Plus size={13} />} disabled={!hasQuery} onClick={() => setSaving('new')}>
            {t.explore.save}
          </Menu.Item>
          <CopyButton value={window.location.href}>
            {({ copied, copy }) => (
              <Menu.Item
                leftSection={<Link2 size={13} />}
                disabled={!hasQuery}
                closeMenuOnClick={false}
                onClick={copy}
              >
                {copied ? t.explore.copied : t.explore.copyLink}
              </Menu.Item>
            )}
          </CopyButton>
          {current?.isOwn && (
            <Menu.Item
              color="red"
              leftSection={<Trash2 size={13} />}
              onClick={() => remove.mutate({ params: { id: current.id } })}
            >
              {t.explore.removeSaved(current.name)}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <SaveDialog
          query={explore.text}
          kept={saving === 'own' ? current : undefined}
          onClose={() => setSaving(undefined)}
          onSaved={(kept) => explore.open(kept.query, kept.id)}
        />
      )}
    </>
  );
}
