import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { words } from '../messages/words.ts';

/**
 * A text to be taken elsewhere, such as a secret that is shown once.
 *
 * @example
 * <CopyField label="API key" value={secret} />
 */
export function CopyField(props: {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}) {
  const { label, value, description } = props;
  const t = words();
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        value={value}
        description={description}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        styles={{ root: { flex: 1 }, input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          >
            {copied ? t.copied : t.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
