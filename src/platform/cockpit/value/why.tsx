import { ActionIcon, Popover, Text } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import { words } from '../messages/words.ts';
import styles from './why.module.css';

/** What a number means and how it comes about, one click away. `steps` add up to the number beside it. */
export function Why(props: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly steps?: readonly {
    readonly name: ReactNode;
    readonly value: ReactNode;
    readonly isSum?: boolean;
  }[];
}) {
  const { title, text, steps = [] } = props;
  return (
    <Popover width={320} position="bottom" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <ActionIcon
          variant="transparent"
          color="gray"
          size={24}
          aria-label={`${words().howComputed}: ${title}`}
        >
          <CircleHelp size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm">
          {title}
        </Text>
        {text !== undefined && (
          <Text size="sm" c="dimmed" component="div" mt={4}>
            {text}
          </Text>
        )}
        {steps.length > 0 && (
          <dl className={styles.steps}>
            {steps.map(({ name, value, isSum }, index) => (
              <div key={index} data-sum={isSum || undefined}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
