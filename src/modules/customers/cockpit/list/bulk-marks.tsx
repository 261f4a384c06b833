import { Button, Group, Popover, Select, TagsInput } from '@mantine/core';
import { Tag, Users } from 'lucide-react';
import { useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { BulkBar, type Choice } from '../../../../platform/cockpit/table/index.ts';
import { customerWords } from '../words.ts';

/** Tags many customers, or puts them into a segment by hand. */
export function BulkMarks({ choice }: { readonly choice: Choice }) {
  if (!useMay()('customers:write')) return null;
  return (
    <BulkBar choice={choice}>
      <TagMany choice={choice} />
      <PutInSegment choice={choice} />
    </BulkBar>
  );
}

function useMarks(choice: Choice, onSent: () => void) {
  const mark = useWrite('markCustomers', { about: ['customers'] });
  const send = (what: 'tags' | 'segments', add: string[]) =>
    mark.mutate(
      { body: { customerIds: [...choice.ids], what, add } },
      {
        onSuccess: () => {
          sayDone(customerWords().bulk.done(choice.ids.size));
          onSent();
          choice.clear();
        },
      },
    );
  return { send, isPending: mark.isPending };
}

function TagMany({ choice }: { readonly choice: Choice }) {
  const { bulk } = customerWords();
  const [isOpen, setOpen] = useState(false);
  const [add, setAdd] = useState<string[]>([]);
  const known = useRead('listCustomerTags', {}, { about: ['customers'], isOff: !isOpen });
  const { send, isPending } = useMarks(choice, () => setOpen(false));
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Tag size={14} />} onClick={() => setOpen(!isOpen)}>
          {bulk.tag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TagsInput
          label={bulk.addTag}
          value={add}
          onChange={setAdd}
          data={(known.data?.items ?? []).map(({ tag }) => tag)}
          maxLength={40}
          comboboxProps={{ withinPortal: false }}
        />
        <Group justify="flex-end" mt="xs">
          <Button disabled={add.length === 0} loading={isPending} onClick={() => send('tags', add)}>
            {bulk.add}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function PutInSegment({ choice }: { readonly choice: Choice }) {
  const { bulk } = customerWords();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const segments = useRead('listSegments', {}, { about: ['customers'], isAside: true });
  const { send, isPending } = useMarks(choice, () => setOpen(false));
  const byHand = (segments.data?.items ?? []).filter(({ rule }) => rule === undefined);
  if (byHand.length === 0) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Users size={14} />} onClick={() => setOpen(!isOpen)}>
          {bulk.segment}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Select
          label={bulk.addSegment}
          value={code}
          onChange={setCode}
          data={byHand.map((segment) => ({ value: segment.code, label: segment.name }))}
          comboboxProps={{ withinPortal: false }}
        />
        <Group justify="flex-end" mt="xs">
          <Button
            disabled={code === null}
            loading={isPending}
            onClick={() => code !== null && send('segments', [code])}
          >
            {bulk.addTo}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
