import { Button, Group, Popover, TagsInput, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { orderWords } from '../words.ts';

/** Puts tags on orders, or takes off what is there. */
export function TagButton(props: {
  readonly orderIds: readonly string[];
  /** Tags that one of them has. */
  readonly there: readonly string[];
  readonly icon?: ReactNode;
  readonly onDone?: () => void;
}) {
  const { orderIds, there, icon, onDone } = props;
  const { bulk } = orderWords();
  const [isOpen, setOpen] = useState(false);
  const [add, setAdd] = useState<string[]>([]);
  const known = useRead('listOrderTags', {}, { about: ['orders'], isOff: !isOpen });
  const tag = useWrite('tagOrders', { about: ['orders'] });
  const send = (change: { readonly add?: string[]; readonly remove?: string[] }) =>
    tag.mutate(
      { body: { orderIds: [...orderIds], ...change } },
      {
        onSuccess: () => {
          sayDone(bulk.tagged(orderIds.length));
          setAdd([]);
          setOpen(false);
          onDone?.();
        },
      },
    );
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={icon} onClick={() => setOpen(!isOpen)}>
          {bulk.tag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <TagsInput
          label={bulk.addTag}
          size="sm"
          value={add}
          onChange={setAdd}
          maxLength={40}
          data={(known.data?.items ?? []).map((one) => one.tag)}
          comboboxProps={{ withinPortal: false }}
        />
        <Group justify="flex-end" mt="xs">
          <Button disabled={add.length === 0} loading={tag.isPending} onClick={() => send({ add })}>
            {bulk.add}
          </Button>
        </Group>
        {there.length > 0 && (
          <>
            <Text size="sm" c="dimmed" mt="sm" mb={4}>
              {bulk.remove}
            </Text>
            <Group gap={6}>
              {there.map((one) => (
                <Button
                  key={one}
                  size="compact-xs"
                  variant="light"
                  color="gray"
                  onClick={() => send({ remove: [one] })}
                >
                  {one} ×
                </Button>
              ))}
            </Group>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
