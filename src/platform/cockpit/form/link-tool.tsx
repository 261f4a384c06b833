import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { Link } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { words } from '../messages/words.ts';

/** What a shopper's browser may be led to: the web, an address in the shop, a mail, a telephone. */
const ADDRESS = /^(https?:\/\/\S+|\/\S*|#\S+|mailto:\S+|tel:\S+)$/i;

/** Makes what is selected in `box` a link, changes the address of one, or takes it off. */
export function LinkTool(props: {
  readonly box: RefObject<HTMLElement | null>;
  readonly run: (command: string, argument?: string) => void;
}) {
  const { box, run } = props;
  const t = words().richText;
  const [address, setAddress] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const place = useRef<Range>(undefined);
  const open = () => {
    // The field that is typed into takes the selection with it.
    place.current = selectedIn(box.current);
    setWrong(false);
    setAddress(linkAt(place.current)?.getAttribute('href') ?? '');
  };
  const close = () => setAddress(undefined);
  const put = () => {
    const typed = (address ?? '').trim();
    if (typed !== '' && !ADDRESS.test(typed)) {
      setWrong(true);
      return;
    }
    const range = place.current;
    const link = linkAt(range);
    if (range && link && range.collapsed) range.selectNodeContents(link);
    close();
    box.current?.focus();
    const selection = document.getSelection();
    selection?.removeAllRanges();
    if (range) selection?.addRange(range);
    if (typed === '') run('unlink');
    else run('createLink', typed);
  };
  return (
    <Popover opened={address !== undefined} onChange={(isOpen) => !isOpen && close()} trapFocus shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t.link} title={t.link} onClick={open}>
          <Link size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <TextInput
            size="xs"
            label={t.linkAsk}
            placeholder="https://"
            value={address ?? ''}
            error={isWrong && t.linkWrong}
            maxLength={2_000}
            inputMode="url"
            data-autofocus
            onChange={(event) => {
              setWrong(false);
              setAddress(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // The field stands in somebody's form.
              event.preventDefault();
              put();
            }}
          />
          <Button size="xs" mt={23} onClick={put}>
            {t.linkSet}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function selectedIn(box: HTMLElement | null): Range | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || !box?.contains(selection.anchorNode)) return undefined;
  return selection.getRangeAt(0).cloneRange();
}

function linkAt(range: Range | undefined): HTMLAnchorElement | null {
  const { startContainer: node } = range ?? {};
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('a') ?? null;
}
