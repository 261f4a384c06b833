import { Anchor, Autocomplete, Group, Select, Stack, TagsInput, Text } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { productWords } from '../words.ts';
import type { InEditor } from './form.ts';
import type { PartProps } from './part-props.ts';

/** Where a product belongs: brand, type, categories, tags, collections. */
export function OrganiseCard(
  props: PartProps & {
    readonly choices: Told<'listProductChoices'> | undefined;
    readonly product?: InEditor;
  },
) {
  const { form, change, isReadOnly, problems, choices, product } = props;
  const t = productWords();
  const kinds = Object.entries(t.kinds).map(([value, label]) => ({ value, label }));
  const paths = (choices?.categories ?? []).map(({ names }) => names.join(' / '));
  return (
    <Card title={t.editor.organise}>
      <Stack gap="sm">
        <Select
          {...{ label: t.kind, data: kinds, value: form.kind, allowDeselect: false, readOnly: isReadOnly }}
          error={problems['kind']}
          onChange={(kind) => change({ kind: (kind ?? 'physical') as typeof form.kind })}
        />
        <Autocomplete
          {...{ label: t.brand, value: form.brand, readOnly: isReadOnly, limit: 20 }}
          data={[...new Set((choices?.brands ?? []).map(({ name }) => name))]}
          onChange={(brand) => change({ brand })}
        />
        <Autocomplete
          {...{ label: t.type, value: form.productType, readOnly: isReadOnly, limit: 20 }}
          data={[...(choices?.productTypes ?? [])]}
          onChange={(productType) => change({ productType })}
        />
        <TagsInput
          {...{ label: t.category, placeholder: t.editor.categoryHint, readOnly: isReadOnly, limit: 40 }}
          data={[...new Set(paths)]}
          value={[...form.categories]}
          splitChars={[';']}
          onChange={(categories) => change({ categories })}
        />
        <TagsInput
          {...{ label: t.tags, readOnly: isReadOnly, limit: 40 }}
          data={[...(choices?.tags ?? [])]}
          value={[...form.tags]}
          onChange={(tags) => change({ tags })}
        />
        {product && (
          <div>
            <Text size="sm" fw={500}>
              {t.editor.collections}
            </Text>
            {product.collections.length === 0 && (
              <Text size="sm" c="dimmed">
                {t.editor.noCollections}
              </Text>
            )}
            <Group gap="xs">
              {product.collections.map(({ id, title }) => (
                <Anchor key={id} href={`/cockpit/collections/${id}`} size="sm">
                  {title}
                </Anchor>
              ))}
            </Group>
          </div>
        )}
      </Stack>
    </Card>
  );
}
