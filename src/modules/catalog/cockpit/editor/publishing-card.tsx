import { Anchor, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { productWords } from '../words.ts';
import type { InEditor } from './form.ts';
import type { PartProps } from './part-props.ts';
import { ReturnLabel } from './return-label.tsx';

/** Whether shoppers see it, and from when until when. */
export function PublishingCard(props: PartProps & { readonly product?: InEditor }) {
  const { form, change, isReadOnly, problems, product } = props;
  const t = productWords();
  const { shop } = useSession();
  const may = useMay();
  const statuses = Object.entries(t.statuses).map(([value, label]) => ({ value, label }));
  const moment = (name: 'publishAt' | 'unpublishAt') => (
    <TextInput
      type="datetime-local"
      label={t.editor[name]}
      value={localOf(form[name], shop.timeZone)}
      readOnly={isReadOnly}
      error={problems[name]}
      onChange={(event) => change({ [name]: instantOf(event.currentTarget.value, shop.timeZone) })}
    />
  );
  return (
    <Card title={t.editor.publishing}>
      <Stack gap="sm">
        <Select
          {...{
            label: t.status,
            data: statuses,
            value: form.status,
            allowDeselect: false,
            readOnly: isReadOnly,
          }}
          onChange={(status) => change({ status: (status ?? 'draft') as typeof form.status })}
        />
        {moment('publishAt')}
        {moment('unpublishAt')}
        {product && may('stock:read') && product.kind === 'physical' && (
          <ReturnLabel variantIds={product.variants.map(({ id }) => id)} />
        )}
        {product && (
          <Group justify="space-between">
            <StateBadge tone={product.isInStorefront ? 'good' : 'neutral'}>
              {product.isInStorefront ? t.editor.inShop : t.editor.notInShop}
            </StateBadge>
            {product.isInStorefront && (
              <Anchor href={`/products/${product.handle}`} target="_blank" size="sm">
                <Group gap={4}>
                  <Text span size="sm">
                    {t.editor.viewInShop}
                  </Text>
                  <ExternalLink size={12} aria-hidden />
                </Group>
              </Anchor>
            )}
          </Group>
        )}
      </Stack>
    </Card>
  );
}

/** An instant as a clock on the shop's wall shows it, in the form that a field for moments takes. */
function localOf(instant: string, zone: string): string {
  if (instant === '') return '';
  const parts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  return parts.format(new Date(instant)).replace(' ', 'T');
}

/** The instant at which a clock on the shop's wall shows this. */
function instantOf(local: string, zone: string): string {
  if (local === '') return '';
  const asUtc = new Date(`${local}:00Z`);
  const shown = new Date(`${localOf(asUtc.toISOString(), zone)}:00Z`);
  return new Date(asUtc.getTime() * 2 - shown.getTime()).toISOString();
}
