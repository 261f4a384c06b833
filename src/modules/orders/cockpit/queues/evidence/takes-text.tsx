import { Text } from '@mantine/core';
import { bytesOf, countOf } from '../../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../../words.ts';
import type { DisputeToAnswer, Takes } from './attached.ts';

const TYPES = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const;

/** What the provider takes, in words, before anything is sent. */
export function TakesText({ of: { provider, takes } }: { readonly of: DisputeToAnswer }) {
  const { evidence: t } = orderWords();
  const { files } = takes;
  const name = t.providers[provider];
  const text =
    files === undefined
      ? t.takesNone(name)
      : t.takes(
          ...([name, typesOf(files), bytesOf(files.bytesPerFile), bytesOf(files.bytesInAll)] as const),
          countOf(files.count),
        );
  return (
    <Text size="xs" c="dimmed">
      {text} {files?.isOnePerKind && t.onePerKind}
    </Text>
  );
}

export function typesOf({ types }: Takes): string {
  return types.map((type) => TYPES[type]).join(', ');
}
