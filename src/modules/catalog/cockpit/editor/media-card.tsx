import { ActionIcon, Group, Progress, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { ArrowLeft, ArrowRight, Crop, ImagePlus, Trash2 } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { callApi } from '../../../../platform/cockpit/api/index.ts';
import { sayFailed } from '../../../../platform/cockpit/overlay/index.ts';
import { Card } from '../../../../platform/cockpit/page/index.ts';
import { addressOf } from '../table/picture.tsx';
import { productWords } from '../words.ts';
import styles from './editor.module.css';
import type { MediaForm } from './form.ts';
import type { PartProps } from './part-props.ts';
import { PictureEditor } from './picture-editor.tsx';

/** A product's pictures: dropped in, put in order by hand or by keys, described, edited. */
export function MediaCard({ form, change, isReadOnly }: PartProps) {
  const { editor: t } = productWords();
  const [pending, setPending] = useState({ done: 0, total: 0 });
  const [edited, setEdited] = useState<number>();
  const [over, setOver] = useState<number>();
  const dragged = useRef<number>(undefined);
  const { media } = form;
  const setMedia = (next: readonly MediaForm[]) => change({ media: next });
  const move = (from: number, to: number) => {
    const one = media[from];
    if (one && to >= 0 && to < media.length) setMedia(media.toSpliced(from, 1).toSpliced(to, 0, one));
  };
  const upload = async (files: readonly File[]) => {
    const added: MediaForm[] = [];
    for (const [done, file] of files.entries()) {
      setPending({ done, total: files.length });
      try {
        const taken = await callApi('uploadPicture', { query: { fileName: file.name }, file });
        added.push({ ...taken, alt: '', originalId: '' });
      } catch (error) {
        sayFailed(error instanceof Error ? error : new Error(String(error)));
      }
    }
    setPending({ done: 0, total: 0 });
    const known = new Set(media.map(({ assetId }) => assetId));
    setMedia([...media, ...added.filter(({ assetId }) => !known.has(assetId))]);
  };
  const dropOn = (event: DragEvent, place: number) => {
    event.preventDefault();
    setOver(undefined);
    if (event.dataTransfer.files.length > 0) void upload([...event.dataTransfer.files]);
    else if (dragged.current !== undefined) move(dragged.current, place);
    dragged.current = undefined;
  };
  const editing = edited === undefined ? undefined : media[edited];
  return (
    <Card title={t.media}>
      {media.length > 0 && (
        <ul className={styles.media}>
          {media.map((one, place) => (
            <li
              key={one.assetId}
              className={styles.tile}
              style={{ background: one.placeholderColor }}
              data-over={over === place || undefined}
              draggable={!isReadOnly}
              onDragStart={() => {
                dragged.current = place;
              }}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(place);
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => dropOn(event, place)}
            >
              <img
                src={addressOf(one.assetId, place === 0 ? 640 : 320)}
                alt={one.alt || `${place + 1}`}
                draggable={false}
              />
              {!isReadOnly && (
                <Tools
                  {...{ place, count: media.length }}
                  onMove={(to) => move(place, to)}
                  onEdit={() => setEdited(place)}
                  onRemove={() => setMedia(media.toSpliced(place, 1))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <Drop isFirst={media.length === 0} onFiles={(files) => void upload(files)} />}
      {pending.total > 0 && (
        <Stack gap={4} mt="sm" role="status">
          <Text size="xs">{t.uploading}</Text>
          <Progress value={((pending.done + 0.5) / pending.total) * 100} animated aria-label={t.uploading} />
        </Stack>
      )}
      {media.length > 0 && <AltTexts {...{ media, isReadOnly, onChange: setMedia }} />}
      {editing && edited !== undefined && (
        <PictureEditor
          of={editing}
          onClose={() => setEdited(undefined)}
          onEdited={(made) => {
            setMedia(media.with(edited, { ...editing, ...made }));
            setEdited(undefined);
          }}
        />
      )}
    </Card>
  );
}

function Drop({
  isFirst,
  onFiles,
}: {
  readonly isFirst: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { editor: t } = productWords();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.drop}
        data-over={isOver || undefined}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          onFiles([...event.dataTransfer.files]);
        }}
      >
        <ImagePlus size={20} aria-hidden />
        <span>{t.mediaHint}</span>
        {isFirst && <span>{t.mediaEmpty}</span>}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t.mediaHint}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function Tools(props: {
  readonly place: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { place, count, onMove, onEdit, onRemove } = props;
  const { editor: t } = productWords();
  const tool = (label: string, icon: ReactNode, act: () => void) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="sm" aria-label={`${label} ${place + 1}`} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className={styles.tools}>
      {place > 0 && tool(t.moveLeft, <ArrowLeft size={13} />, () => onMove(place - 1))}
      {place < count - 1 && tool(t.moveRight, <ArrowRight size={13} />, () => onMove(place + 1))}
      {tool(t.editPicture, <Crop size={13} />, onEdit)}
      {tool(t.remove, <Trash2 size={13} />, onRemove)}
    </div>
  );
}

function AltTexts(props: {
  readonly media: readonly MediaForm[];
  readonly isReadOnly: boolean;
  readonly onChange: (media: readonly MediaForm[]) => void;
}) {
  const { media, isReadOnly, onChange } = props;
  const { editor: t } = productWords();
  return (
    <Stack gap={6} mt="md">
      <Text size="sm" fw={500}>
        {t.alt}
      </Text>
      {media.map((one, place) => (
        <Group key={one.assetId} gap="xs" wrap="nowrap">
          <img
            src={addressOf(one.assetId, 160)}
            alt=""
            width={30}
            height={30}
            style={{ objectFit: 'cover', borderRadius: 5 }}
          />
          <TextInput
            {...{ size: 'xs', placeholder: t.altHint, readOnly: isReadOnly, value: one.alt, maxLength: 512 }}
            aria-label={`${t.alt} ${place + 1}`}
            style={{ flex: 1 }}
            onChange={(event) => onChange(media.with(place, { ...one, alt: event.currentTarget.value }))}
          />
        </Group>
      ))}
    </Stack>
  );
}
