import { Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField, SaveBar } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { marketWords } from '../words.ts';
import styles from './look.module.css';
import { OwnPicture } from './own-picture.tsx';
import { isColour, type Template, usePreview } from './template.ts';

type Theme = Told<'readTheme'>;
type Part = { readonly template: Template; readonly onAccent: (accent: string | undefined) => void };

/** What is the shop's own in every template: a colour that can be read, a logo, a picture for sharing. */
export function ThemeCard(props: Part) {
  const t = marketWords().look;
  const theme = useRead('readTheme', {}, { about: ['markets'] });
  return (
    <Card title={t.own} about={t.ownText}>
      <Shown of={theme}>{(kept) => <Own key={JSON.stringify(kept)} kept={kept} {...props} />}</Shown>
    </Card>
  );
}

function Own({ kept, template, onAccent }: Part & { readonly kept: Theme }) {
  const all = marketWords();
  const t = all.look;
  const mayWrite = useMay()('settings:write');
  const [form, setForm] = useState(kept);
  const client = useQueryClient();
  const save = useWrite('saveTheme', {
    ...{ about: ['markets'], isTold: true },
    onDone: () => {
      // What a preview shows of the shop's own is sealed in its address.
      void client.invalidateQueries({ queryKey: ['look preview'] });
      sayDone(all.saved);
    },
  });
  const [asked] = useDebouncedValue(form.accent.trim(), 400);
  useEffect(() => {
    if (isColour(asked)) onAccent(asked === kept.accent ? undefined : asked);
  }, [asked, kept.accent, onAccent]);
  const problems = problemsByField(save.error);
  const isWrong = !isColour(form.accent.trim());
  const send = () => {
    const { accent, logo, picture } = form;
    const ids = {
      ...(logo ? { logoId: logo.assetId } : {}),
      ...(picture ? { pictureId: picture.assetId } : {}),
    };
    save.mutate({ body: { accent: accent.trim(), ...ids } });
  };
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
        <div>
          <TextInput
            {...{ label: t.accent, description: t.accentText, value: form.accent, placeholder: '#8c3b1e' }}
            {...{ readOnly: !mayWrite, maxLength: 7, autoComplete: 'off', spellCheck: false }}
            error={isWrong ? t.accentWrong : problems['accent']}
            onChange={({ currentTarget: { value: accent } }) => setForm({ ...form, accent })}
            leftSection={
              <input
                type="color"
                className={styles.well}
                aria-label={t.pick}
                disabled={!mayWrite}
                value={isColour(form.accent) && form.accent !== '' ? form.accent : '#888888'}
                onChange={({ currentTarget: { value: accent } }) => setForm({ ...form, accent })}
              />
            }
          />
          {!isWrong && asked !== '' && <Drawn template={template} accent={asked} />}
        </div>
        {(['logo', 'picture'] as const).map((part) => (
          <OwnPicture
            key={part}
            {...{ label: t[part], text: part === 'logo' ? t.logoText : t.pictureText, value: form[part] }}
            isReadOnly={!mayWrite}
            problem={problems[`${part}Id`]}
            onChange={(picture) => setForm({ ...form, [part]: picture })}
          />
        ))}
      </SimpleGrid>
      <SaveBar
        isChanged={mayWrite && JSON.stringify(form) !== JSON.stringify(kept)}
        isBusy={save.isPending}
        problem={problems[''] ?? (isWrong ? t.accentWrong : undefined)}
        onSave={send}
        onDiscard={() => setForm(kept)}
      />
    </Stack>
  );
}

/** How a template draws the colour, and how well it can be read. */
function Drawn({ template, accent }: { readonly template: Template; readonly accent: string }) {
  const t = marketWords().look;
  const drawn = usePreview(template, accent).data?.accent;
  if (drawn === undefined) return null;
  const one = (name: string, { colour, ratio, isAdjusted }: (typeof drawn)['light']) => (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <svg className={styles.swatch} viewBox="0 0 1 1" aria-hidden>
        <rect width="1" height="1" fill={colour} />
      </svg>
      <Text size="xs">
        {name}: {colour}, {t.ratio(countOf(ratio.toFixed(1)))}
        {isAdjusted && ` – ${t.adjusted}`}
      </Text>
    </Group>
  );
  return (
    <div className={styles.drawn}>
      {one(t.inLight, drawn.light)}
      {one(t.inDark, drawn.dark)}
      <Text size="xs" c="dimmed">
        {t.readable}
      </Text>
    </div>
  );
}
