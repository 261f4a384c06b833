import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { customerWords } from '../words.ts';
import type { CustomerDesk } from './customer-desk.ts';
import { EditDialog } from './edit-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { GrantDialog } from './grant-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';

const DIALOGS = { edit: EditDialog, grant: GrantDialog, merge: MergeDialog, erase: EraseDialog };
type Act = keyof typeof DIALOGS;

/** What may be done about a customer. */
export function CustomerActions({ desk }: { readonly desk: CustomerDesk }) {
  const t = customerWords().profile;
  const [act, setAct] = useState<Act>();
  if (!useMay()('customers:write')) return null;
  const Dialog = act && DIALOGS[act];
  return (
    <>
      <Button variant="default" onClick={() => setAct('edit')}>
        {t.edit}
      </Button>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <Button variant="default" rightSection={<ChevronDown size={14} />}>
            {t.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAct('grant')}>{t.grant}</Menu.Item>
          <Menu.Item onClick={() => setAct('merge')}>{t.merge}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => setAct('erase')}>
            {t.erase}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {Dialog && <Dialog desk={desk} onClose={() => setAct(undefined)} />}
    </>
  );
}
