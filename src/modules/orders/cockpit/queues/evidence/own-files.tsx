import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { callApi } from '../../../../../platform/cockpit/api/index.ts';
import { FileDrop } from '../../../../../platform/cockpit/form/index.ts';
import { bytesOf } from '../../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../../words.ts';
import type { EvidenceKind, OwnFile, Takes } from './attached.ts';
import styles from './evidence.module.css';
import { typesOf } from './takes-text.tsx';

const KINDS = [
  ...(['receipt', 'shipping_documentation', 'customer_communication', 'customer_signature'] as const),
  ...(['refund_policy', 'service_documentation', 'other'] as const),
] as const satisfies readonly EvidenceKind[];

/** Files of one's own, taken in as they are chosen; each says what it shows. */
export function OwnFiles(props: {
  readonly disputeId: string;
  readonly takes: Takes;
  readonly files: readonly OwnFile[];
  readonly onChange: (change: (before: readonly OwnFile[]) => readonly OwnFile[]) => void;
}) {
  const { disputeId, takes, files, onChange } = props;
  const { evidence: t } = orderWords();
  const [pending, setPending] = useState<string>();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = async (chosen: readonly File[]) => {
    const problems: string[] = [];
    for (const file of chosen) {
      setPending(file.name);
      const problem = await takeOne(file);
      if (problem !== undefined) problems.push(problem);
    }
    setPending(undefined);
    setRefused(problems);
  };
  const takeOne = async (file: File): Promise<string | undefined> => {
    if (!takes.types.some((type) => type === file.type)) return t.wrongType(file.name, typesOf(takes));
    if (file.size > takes.bytesPerFile) return t.tooLarge(file.name, bytesOf(takes.bytesPerFile));
    try {
      const about = { params: { id: disputeId }, query: { fileName: file.name }, file };
      const taken = await callApi('uploadEvidence', about);
      onChange((before) => [
        ...before.filter(({ fileId }) => fileId !== taken.fileId),
        { ...taken, kind: 'other' },
      ]);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return undefined;
  };
  return (
    <Stack gap={6}>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <Row
              key={file.fileId}
              of={file}
              onKind={(kind) =>
                onChange((before) =>
                  before.map((one) => (one.fileId === file.fileId ? { ...one, kind } : one)),
                )
              }
              onRemove={() => onChange((before) => before.filter(({ fileId }) => fileId !== file.fileId))}
            />
          ))}
        </ul>
      )}
      <FileDrop
        {...{ label: t.drop, hint: t.dropHint, accept: takes.types.join() }}
        onFiles={(chosen) => void take(chosen)}
      />
      <div role="status">{pending !== undefined && <Text size="xs">{t.uploading(pending)}</Text>}</div>
      {refused.length > 0 && (
        <Text size="xs" c="red" role="alert">
          {refused.join(' ')}
        </Text>
      )}
    </Stack>
  );
}

function Row(props: {
  readonly of: OwnFile;
  readonly onKind: (kind: EvidenceKind) => void;
  readonly onRemove: () => void;
}) {
  const { of, onKind, onRemove } = props;
  const { name, bytes, kind } = of;
  const { evidence: t } = orderWords();
  return (
    <li className={styles.file}>
      <span className={styles.name}>
        {name} <span className={styles.quiet}>{bytesOf(bytes)}</span>
      </span>
      <Group gap={6} wrap="nowrap" className={styles.tools}>
        <Select
          {...{ size: 'xs', value: kind, allowDeselect: false, 'aria-label': t.kindOf(name) }}
          data={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(value) => {
            const chosen = KINDS.find((one) => one === value);
            if (chosen) onKind(chosen);
          }}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t.remove(name)} onClick={onRemove}>
          <X size={14} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
