import { Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, RichText } from '../../../../platform/cockpit/form/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { productWords } from '../words.ts';
import { AttributesCard } from './attributes-card.tsx';
import styles from './editor.module.css';
import type { InEditor, ProductForm } from './form.ts';
import { MediaCard } from './media-card.tsx';
import { OptionsCard } from './options-card.tsx';
import { OrganiseCard } from './organise-card.tsx';
import type { PartProps } from './part-props.ts';
import { PublishingCard } from './publishing-card.tsx';
import { SafetyCard } from './safety-card.tsx';
import { SeoCard } from './seo-card.tsx';
import { TranslationsCard } from './translations-card.tsx';
import { VariantsCard } from './variants-card.tsx';

/** Everything of a product that can be changed, the most wanted first. */
export function ProductEditor(props: {
  readonly form: ProductForm;
  readonly change: (parts: Partial<ProductForm>) => void;
  readonly isReadOnly: boolean;
  readonly error: Error | null;
  /** Of one that is there. */
  readonly product?: InEditor;
  readonly history?: ReactNode;
}) {
  const { form, change, isReadOnly, error, product, history } = props;
  const t = productWords();
  const choices = useRead('listProductChoices', {}, { about: ['catalog', 'markets'], isKept: true }).data;
  const part: PartProps = { form, change, isReadOnly, problems: problemsByField(error) };
  return (
    <div className={styles.columns}>
      <Stack gap="md" className={styles.main}>
        <Card>
          <Stack gap="sm">
            <TextInput
              label={t.editor.name}
              value={form.title}
              onChange={(event) => change({ title: event.currentTarget.value })}
              error={part.problems['title']}
              readOnly={isReadOnly}
              maxLength={255}
              required
            />
            <RichText
              label={t.editor.description}
              value={form.descriptionHtml}
              onChange={(descriptionHtml) => change({ descriptionHtml })}
              isReadOnly={isReadOnly}
            />
          </Stack>
        </Card>
        <MediaCard {...part} />
        <OptionsCard {...part} />
        <VariantsCard {...part} currencies={choices?.currencies ?? []} places={choices?.locations ?? []} />
        <SeoCard {...part} />
        {product && <TranslationsCard product={product} isReadOnly={isReadOnly} />}
        {history}
      </Stack>
      <Stack gap="md" className={styles.side}>
        <PublishingCard {...part} {...(product ? { product } : {})} />
        <OrganiseCard {...part} choices={choices} {...(product ? { product } : {})} />
        <AttributesCard {...part} definitions={choices?.attributes ?? []} />
        <SafetyCard {...part} />
      </Stack>
    </div>
  );
}
