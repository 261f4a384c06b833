import { Popover, Stack, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './sentence.module.css';

/** A place in a sentence that says what is chosen, and opens to choose something else. */
export function Slot(props: {
  /** What the slot is about, for who does not see the sentence. */
  readonly name: string;
  readonly text: ReactNode;
  readonly isEmpty?: boolean;
  readonly isOff?: boolean;
  readonly width?: number;
  readonly children: ReactNode;
}) {
  const { name, text, isEmpty, isOff, width = 300, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={width}
      position="bottom-start"
      withArrow
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.slot}
          data-empty={isEmpty || undefined}
          disabled={isOff}
          onClick={() => setOpen(!isOpen)}
        >
          <VisuallyHidden>{name}: </VisuallyHidden>
          {text}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
