import { Alert, Button, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { orderWords } from '../words.ts';
import { LabelChoice } from './label-choice.tsx';
import { type Labelled, useLabels } from './use-labels.ts';

/** A button under which labels are printed, in the size that this device printed last. */
export function LabelsButton(props: {
  readonly of: Labelled;
  readonly variant?: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  const { of, variant = 'default', icon, children } = props;
  const { labels: t } = orderWords();
  const [isOpen, setOpen] = useState(false);
  const [startAt, setStartAt] = useState(1);
  const { size, choose, print, isBusy, error } = useLabels(of, () => setOpen(false));
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" width={260} trapFocus>
      <Popover.Target>
        <Button variant={variant} leftSection={icon} onClick={() => setOpen(!isOpen)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <LabelChoice
          {...{ size, startAt, onStartAt: setStartAt }}
          onSize={(chosen) => {
            choose(chosen);
            setStartAt(1);
          }}
        />
        {error && (
          <Alert color="red" role="alert" mt="sm">
            {error.message}
          </Alert>
        )}
        <Button fullWidth mt="md" loading={isBusy} onClick={() => print(startAt)}>
          {t.make}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
