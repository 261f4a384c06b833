import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { words } from '../../../../platform/cockpit/messages/words.ts';
import { staffWords } from '../words.ts';
import styles from './recovery-codes.module.css';

/** Codes that are shown once: to copy, to download, and to say that they were kept. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly verb: string;
  readonly onKept: () => void;
}) {
  const { codes, verb, onKept } = props;
  const t = staffWords().codes;
  const text = `${codes.join('\n')}\n`;
  return (
    <Stack>
      <Text size="sm">{t.text}</Text>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? words().copied : words().copy}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="institor-recovery-codes.txt"
        >
          {t.download}
        </Button>
        <Button onClick={onKept}>{verb}</Button>
      </Group>
    </Stack>
  );
}
