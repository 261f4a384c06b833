import { Button, Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { productWords } from '../words.ts';
import type { InEditor } from './form.ts';

const FIELDS = ['title', 'description_html', 'seo_title', 'seo_description'] as const;

/** The product's words in the shop's other languages; what is empty is shown in the shop's own. */
export function TranslationsCard({
  product,
  isReadOnly,
}: {
  readonly product: InEditor;
  readonly isReadOnly: boolean;
}) {
  const { editor: t } = productWords();
  const [first] = product.translations;
  if (first === undefined) return null;
  return (
    <Card title={t.translations}>
      <Tabs defaultValue={first.locale}>
        <Tabs.List>
          {product.translations.map(({ locale }) => (
            <Tabs.Tab key={locale} value={locale}>
              {locale}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {product.translations.map((translation) => (
          <Tabs.Panel key={translation.locale} value={translation.locale} pt="sm">
            <Words {...{ product, translation, isReadOnly }} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Card>
  );
}

function Words(props: {
  readonly product: InEditor;
  readonly translation: InEditor['translations'][number];
  readonly isReadOnly: boolean;
}) {
  const { product, translation, isReadOnly } = props;
  const { editor: t } = productWords();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const save = useWrite('translateProduct', {
    about: ['catalog'],
    onDone: () => {
      setTexts({});
      sayDone(t.saved);
    },
  });
  const own: Readonly<Record<(typeof FIELDS)[number], string>> = {
    ...{ title: product.title, description_html: product.descriptionHtml },
    ...{ seo_title: product.seoTitle, seo_description: product.seoDescription },
  };
  const labels = {
    title: t.name,
    description_html: t.description,
    seo_title: t.seoTitle,
    seo_description: t.seoDescription,
  };
  const changed = Object.entries(texts).filter(([field, text]) => text !== (translation.fields[field] ?? ''));
  return (
    <Stack gap="sm">
      {FIELDS.map((field) => {
        const shared = {
          ...{
            label: `${labels[field]} (${translation.locale})`,
            placeholder: own[field].slice(0, 120),
            readOnly: isReadOnly,
          },
          value: texts[field] ?? translation.fields[field] ?? '',
        };
        const set = (text: string) => setTexts({ ...texts, [field]: text });
        return field === 'description_html' ? (
          <Textarea
            key={field}
            {...shared}
            autosize
            minRows={3}
            maxRows={10}
            onChange={(e) => set(e.currentTarget.value)}
          />
        ) : (
          <TextInput key={field} {...shared} onChange={(event) => set(event.currentTarget.value)} />
        );
      })}
      {changed.length > 0 && (
        <Button
          w="fit-content"
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              params: { id: product.id },
              body: {
                locale: translation.locale,
                fields: changed.map(([field, value]) => ({ field, value })),
              },
            })
          }
        >
          {t.save}
        </Button>
      )}
    </Stack>
  );
}
