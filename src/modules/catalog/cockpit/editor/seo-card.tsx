import { Stack, Textarea, TextInput } from '@mantine/core';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { productWords } from '../words.ts';
import styles from './editor.module.css';
import type { PartProps } from './part-props.ts';

/** How the product looks among the hits of a search engine, and at which address it is. */
export function SeoCard({ form, change, isReadOnly, problems }: PartProps) {
  const { editor: t } = productWords();
  const { shop } = useSession();
  const plain = form.descriptionHtml
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&nbsp;|\s+/g, ' ')
    .trim();
  const title = form.seoTitle || form.title || t.newTitle;
  const text = form.seoDescription || plain;
  const host = (shop.storefront || window.location.origin).replace(/^https?:\/\//, '').replace(/\/$/, '');
  return (
    <Card title={t.seo}>
      <Stack gap="sm">
        <div className={styles.snippet}>
          <div className={styles.snippetAddress}>
            {host} › products › {form.handle || '…'}
          </div>
          <div className={styles.snippetTitle}>{shortened(title, 60)}</div>
          <div className={styles.snippetText}>{shortened(text, 158) || '…'}</div>
        </div>
        <TextInput
          {...{ label: `${t.seoTitle} (${title.length}/60)`, placeholder: form.title, readOnly: isReadOnly }}
          value={form.seoTitle}
          maxLength={255}
          error={problems['seoTitle']}
          onChange={(event) => change({ seoTitle: event.currentTarget.value })}
        />
        <Textarea
          {...{
            label: `${t.seoDescription} (${text.length}/158)`,
            placeholder: plain.slice(0, 200),
            autosize: true,
          }}
          minRows={2}
          value={form.seoDescription}
          readOnly={isReadOnly}
          maxLength={1_000}
          error={problems['seoDescription']}
          onChange={(event) => change({ seoDescription: event.currentTarget.value })}
        />
        <TextInput
          {...{ label: t.handle, description: t.handleHint, leftSection: '/products/', leftSectionWidth: 84 }}
          value={form.handle}
          readOnly={isReadOnly}
          error={problems['handle']}
          onChange={(event) =>
            change({ handle: event.currentTarget.value.toLowerCase().replaceAll(/\s+/g, '-') })
          }
        />
      </Stack>
    </Card>
  );
}

function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
