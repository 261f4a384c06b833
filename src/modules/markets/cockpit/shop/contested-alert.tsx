import { Alert, Button, Group, Text } from '@mantine/core';
import { marketWords } from '../words.ts';
import type { ShopField } from './form.ts';
import type { Contested } from './use-shop-form.ts';

/** Somebody else saved meanwhile: what they only changed is in the form already; of what both did, yours. */
export function ContestedAlert(props: {
  readonly of: readonly Contested[];
  readonly onTake: (field: ShopField, value: string) => void;
}) {
  const { of, onTake } = props;
  const t = marketWords();
  return (
    <Alert color="orange" role="alert" title={t.meanwhile}>
      <Text size="sm">{of.length === 0 ? t.meanwhileMerged : t.meanwhileBoth}</Text>
      {of.map(({ field, theirs }) => (
        <Group key={field} gap="xs" mt={6}>
          <Text size="sm">
            {t.shop.fields[field]}: <strong>{theirs || '–'}</strong>
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onTake(field, theirs)}>
            {t.takeTheirs}
          </Button>
        </Group>
      ))}
    </Alert>
  );
}
