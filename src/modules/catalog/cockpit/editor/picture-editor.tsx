import { Alert, Button, Group, Modal, SegmentedControl, Slider, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { FlipHorizontal2, RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { addressOf } from '../table/picture.tsx';
import { productWords } from '../words.ts';
import { CropFrame } from './crop-frame.tsx';
import styles from './editor.module.css';
import type { MediaForm } from './form.ts';
import { asRecipe, PLAIN, type Recipe } from './recipe.ts';

const SLIDERS = ['straighten', 'brightness', 'contrast', 'saturation', 'warmth'] as const;

/** Cuts, turns and corrects a picture; what is shown is made by the same hands as what is kept. */
export function PictureEditor(props: {
  readonly of: MediaForm;
  readonly onEdited: (
    made: Pick<MediaForm, 'assetId' | 'placeholderColor' | 'width' | 'height' | 'originalId'>,
  ) => void;
  readonly onClose: () => void;
}) {
  const { of, onEdited, onClose } = props;
  const { picture: t } = productWords();
  const params = { id: of.assetId };
  const known = useRead('readPicture', { params }, { about: [] });
  const [own, setOwn] = useState<Recipe>();
  const recipe = own ?? (known.data?.recipe as Recipe | undefined) ?? PLAIN;
  const change = (parts: Partial<Recipe>) => setOwn({ ...recipe, ...parts });
  const preview = usePreview(of.assetId, recipe);
  const before = addressOf(of.assetId, 960);
  const originalId = known.data?.originalId ?? of.assetId;
  const edit = useWrite('editPicture', {
    about: [],
    onDone: ({ assetId, placeholderColor, width, height }) =>
      onEdited({
        assetId,
        placeholderColor,
        width,
        height,
        originalId: assetId === originalId ? '' : originalId,
      }),
  });
  const apply = (made: Recipe) => edit.mutate({ params, body: asRecipe(made) });
  const problem = preview.problem ?? edit.error?.message;
  const labels = {
    ...{ straighten: t.straighten, brightness: t.brightness, contrast: t.contrast },
    ...{ saturation: t.saturation, warmth: t.warmth },
  };
  return (
    <Modal opened onClose={onClose} title={t.title} size="min(1080px, 96vw)" centered>
      <Stack gap="sm">
        <div className={styles.stage} aria-busy={preview.isBusy}>
          <CropFrame
            address={preview.address ?? before}
            crop={recipe.crop}
            onChange={(crop) => change({ crop })}
          />
        </div>
        {problem && <Alert color="red">{problem}</Alert>}
        <Group gap="xs" wrap="wrap">
          <Button
            variant="default"
            leftSection={<RotateCw size={14} />}
            onClick={() => change(turned(recipe))}
          >
            {t.turn}
          </Button>
          <Button
            variant={recipe.isMirrored ? 'light' : 'default'}
            leftSection={<FlipHorizontal2 size={14} />}
            onClick={() => change({ isMirrored: !recipe.isMirrored })}
          >
            {t.mirror}
          </Button>
          <SegmentedControl
            size="xs"
            aria-label={t.background}
            value={recipe.background}
            data={[
              { value: 'kept', label: `${t.background}: ${t.kept}` },
              { value: 'white', label: t.white },
              { value: 'transparent', label: t.transparent },
            ]}
            onChange={(background) => change({ background: background as Recipe['background'] })}
          />
        </Group>
        <Group grow gap="lg" wrap="wrap" preventGrowOverflow={false}>
          {SLIDERS.map((name) => (
            <Tuner
              key={name}
              label={labels[name]}
              value={recipe[name]}
              most={name === 'straighten' ? 15 : 100}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          {recipe.background !== 'kept' && (
            <Tuner
              label={t.tolerance}
              value={recipe.tolerance}
              least={1}
              most={60}
              onChange={(tolerance) => change({ tolerance })}
            />
          )}
        </Group>
        <Group justify="space-between">
          <Group gap="xs">
            <Button variant="default" onClick={() => apply(PLAIN)} disabled={originalId === of.assetId}>
              {t.original}
            </Button>
            <Text size="xs" c="dimmed">
              {preview.isBusy ? t.working : t.keptNote}
            </Text>
          </Group>
          <Button loading={edit.isPending} onClick={() => apply(recipe)}>
            {t.apply}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function turned(recipe: Recipe): Partial<Recipe> {
  return { rotate: ((recipe.rotate + 90) % 360) as Recipe['rotate'], crop: undefined };
}

function Tuner(props: {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, most, least = -most, onChange } = props;
  return (
    <div style={{ minWidth: 150 }}>
      <Text size="xs" c="dimmed">
        {label}: {value}
      </Text>
      <Slider
        {...{ min: least, max: most, value, onChange, label: null, size: 'sm' }}
        thumbLabel={label}
        step={most === 15 ? 0.5 : 1}
      />
    </div>
  );
}

/** The whole picture as the recipe makes it, without the cut, which is shown as a frame upon it. */
function usePreview(assetId: string, recipe: Recipe) {
  const [shown, setShown] = useState<{ address?: string; problem?: string; isBusy: boolean }>({
    isBusy: true,
  });
  const { crop: _crop, ...uncut } = recipe;
  const [settled] = useDebouncedValue(JSON.stringify(uncut), 160);
  useEffect(() => {
    const stop = new AbortController();
    let address: string | undefined;
    setShown((before) => ({ ...before, isBusy: true }));
    const sent = {
      params: { id: assetId },
      query: { longest: '900' },
      body: asRecipe(JSON.parse(settled)),
    };
    callApi('previewEdit', sent, { signal: stop.signal }).then(
      (blob) => {
        address = URL.createObjectURL(blob as Blob);
        setShown({ address, isBusy: false });
      },
      (error: unknown) => {
        if (!(error instanceof ApiProblem)) return;
        setShown((before) => ({ ...before, problem: error.message, isBusy: false }));
      },
    );
    return () => {
      stop.abort();
      if (address) URL.revokeObjectURL(address);
    };
  }, [assetId, settled]);
  return shown;
}
