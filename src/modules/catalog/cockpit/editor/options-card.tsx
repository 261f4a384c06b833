import { ActionIcon, Button, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { productWords } from '../words.ts';
import type { ProductForm } from './form.ts';
import type { PartProps } from './part-props.ts';
import { renamed, variantsOf } from './variants-of.ts';

type Option = ProductForm['options'][number];

/** What a product is chosen by; the variants follow. */
export function OptionsCard({ form, change, isReadOnly, problems }: PartProps) {
  const { editor: t } = productWords();
  const { options, variants } = form;
  const setOptions = (next: readonly Option[]) =>
    change({ options: next, variants: variantsOf(next, variants) });
  const setOne = (place: number, option: Option) => {
    const before = options[place];
    const next = options.with(place, option);
    const swap = before && renaming(before.values, option.values);
    if (swap) change({ options: next, variants: renamed(variants, filledPlace(options, place), ...swap) });
    else if (before?.values === option.values) change({ options: next });
    else setOptions(next);
  };
  return (
    <Card title={t.options} about={options.length === 0 ? t.optionsHint : undefined}>
      <Stack gap="sm">
        {options.map((option, place) => (
          <Group key={place} align="flex-end" wrap="nowrap">
            <TextInput
              label={t.optionName}
              w={150}
              value={option.name}
              readOnly={isReadOnly}
              error={problems[`options.${place}.name`]}
              onChange={(event) => setOne(place, { ...option, name: event.currentTarget.value })}
            />
            <TagsInput
              label={t.optionValues}
              placeholder={isReadOnly ? undefined : t.valuesHint}
              style={{ flex: 1 }}
              value={[...option.values]}
              readOnly={isReadOnly}
              onChange={(values) => setOne(place, { ...option, values })}
            />
            {!isReadOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={`${t.remove}: ${option.name}`}
                onClick={() => setOptions(options.toSpliced(place, 1))}
              >
                <Trash2 size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!isReadOnly && options.length < 3 && (
          <Button
            variant="default"
            leftSection={<Plus size={14} />}
            onClick={() => change({ options: [...options, { name: '', values: [] }] })}
            w="fit-content"
          >
            {t.addOption}
          </Button>
        )}
      </Stack>
    </Card>
  );
}

/** One value in the place of another: it got another name, and its variants are the same. */
function renaming(
  before: readonly string[],
  after: readonly string[],
): [from: string, to: string] | undefined {
  if (before.length !== after.length) return undefined;
  const places = before.flatMap((value, place) => (value === after[place] ? [] : [place]));
  const [place = -1] = places;
  const [from, to] = [before[place], after[place]];
  if (places.length !== 1 || from === undefined || to === undefined || before.includes(to)) return undefined;
  return [from, to];
}

/** Where its values stand in a variant: options without values have none. */
function filledPlace(options: readonly Option[], place: number): number {
  return options.slice(0, place).filter(({ values }) => values.length > 0).length;
}
