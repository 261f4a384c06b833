import { SegmentedControl, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemsByField, RichText } from '../../../platform/cockpit/form/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import styles from './collection.module.css';
import type { CollectionForm as Form } from './form.ts';
import { RuleCard } from './rule-card.tsx';
import { collectionWords } from './words.ts';

/** What a collection is called, what belongs to it, and where it stands. */
export function CollectionForm(props: {
  readonly form: Form;
  readonly change: (parts: Partial<Form>) => void;
  readonly isReadOnly: boolean;
  readonly error: Error | null;
  /** The rule in words, where it is more than the form can state. */
  readonly fixedRule?: string | undefined;
  readonly products?: ReactNode;
}) {
  const { form, change, isReadOnly, error, fixedRule, products } = props;
  const t = collectionWords();
  const problems = problemsByField(error);
  const sorts = Object.entries(t.sorts).map(([value, label]) => ({ value, label }));
  return (
    <div className={styles.columns}>
      <Stack gap="md">
        <Card>
          <Stack gap="sm">
            <TextInput
              {...{
                label: t.name,
                value: form.title,
                error: problems['title'],
                readOnly: isReadOnly,
                required: true,
              }}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <RichText
              {...{ label: t.description, value: form.descriptionHtml, isReadOnly }}
              {...(problems['descriptionHtml'] === undefined ? {} : { error: problems['descriptionHtml'] })}
              onChange={(descriptionHtml) => change({ descriptionHtml })}
            />
            {fixedRule === undefined && (
              <SegmentedControl
                {...{ 'aria-label': t.kind, value: form.kind, readOnly: isReadOnly, w: 'fit-content' }}
                data={[
                  { value: 'manual', label: t.byHand },
                  { value: 'rule', label: t.byRule },
                ]}
                onChange={(kind) => change({ kind: kind as Form['kind'] })}
              />
            )}
          </Stack>
        </Card>
        {fixedRule !== undefined && (
          <Card title={t.rule}>
            <Text size="sm">{fixedRule}</Text>
          </Card>
        )}
        {fixedRule === undefined && form.kind === 'rule' && (
          <RuleCard rule={form.rule} isReadOnly={isReadOnly} onChange={(rule) => change({ rule })} />
        )}
        {products}
      </Stack>
      <Stack gap="md">
        <Card>
          <Stack gap="sm">
            <Switch
              {...{ label: t.published, checked: form.isPublished, disabled: isReadOnly }}
              onChange={(event) => change({ isPublished: event.currentTarget.checked })}
            />
            <Select
              {...{
                label: t.sort,
                data: sorts,
                value: form.sort,
                allowDeselect: false,
                readOnly: isReadOnly,
              }}
              onChange={(sort) => change({ sort: (sort ?? 'manual') as Form['sort'] })}
            />
          </Stack>
        </Card>
        <Card title={t.seo}>
          <Stack gap="sm">
            <TextInput
              {...{ label: t.handle, value: form.handle, error: problems['handle'], readOnly: isReadOnly }}
              leftSection="/collections/"
              leftSectionWidth={98}
              onChange={(event) => change({ handle: event.currentTarget.value })}
            />
            <TextInput
              {...{ label: t.seoTitle, value: form.seoTitle, placeholder: form.title, readOnly: isReadOnly }}
              onChange={(event) => change({ seoTitle: event.currentTarget.value })}
            />
            <Textarea
              {...{
                label: t.seoDescription,
                value: form.seoDescription,
                readOnly: isReadOnly,
                autosize: true,
                minRows: 2,
              }}
              onChange={(event) => change({ seoDescription: event.currentTarget.value })}
            />
          </Stack>
        </Card>
      </Stack>
    </div>
  );
}
