import { Code, Stack, Text, TextInput } from '@mantine/core';
import { encode } from 'uqr';
import { staffWords } from '../words.ts';
import styles from './authenticator-setup.module.css';

/** The picture to scan, the key to type, and the first code. */
export function AuthenticatorSetup(props: {
  readonly offer: { readonly secret: string; readonly address: string };
  readonly code: string;
  readonly onCode: (code: string) => void;
}) {
  const { offer, code, onCode } = props;
  const t = staffWords().authenticator;
  return (
    <Stack gap="sm">
      <Text size="sm">{t.scan}</Text>
      <QrCode text={offer.address} label={t.picture} />
      <div>
        <Text size="xs" c="dimmed">
          {t.type}
        </Text>
        <Code className={styles.key}>{(offer.secret.match(/.{1,4}/g) ?? []).join(' ')}</Code>
      </div>
      <TextInput
        label={t.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => onCode(event.currentTarget.value)}
      />
    </Stack>
  );
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className={styles.picture}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
