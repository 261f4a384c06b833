import { Alert, Button, Group, Text } from '@mantine/core';
import { PencilLine } from 'lucide-react';
import { productWords } from '../words.ts';

/** That what is shown was typed before and not saved. */
export function DraftNotice({ onDrop }: { readonly onDrop: () => void }) {
  const { editor: t } = productWords();
  return (
    <Alert icon={<PencilLine size={16} />} mb="md" variant="light">
      <Group justify="space-between">
        <Text size="sm">{t.fromDraft}</Text>
        <Button variant="default" onClick={onDrop}>
          {t.startAnew}
        </Button>
      </Group>
    </Alert>
  );
}
