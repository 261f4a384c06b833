import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { type Told, useRead } from '../../../platform/cockpit/api/index.ts';
import { Card, Shown } from '../../../platform/cockpit/page/index.ts';
import { momentOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../platform/cockpit/value/index.ts';
import styles from './tracking.module.css';
import { trackingWords } from './words.ts';

type Proof = Told<'readConsentProof'>;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What somebody agreed to, found by the id that their page of privacy choices shows them. */
export function ProofCard() {
  const t = trackingWords();
  const [typed, setTyped] = useState('');
  const [id, setId] = useState('');
  const isWrong = typed.trim() !== '' && !ID.test(typed.trim());
  const proof = useRead('readConsentProof', { query: { id } }, { about: [], isOff: id === '' });
  return (
    <Card title={t.proof} about={t.proofAbout}>
      <Stack gap="md">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ID.test(typed.trim())) setId(typed.trim().toLowerCase());
          }}
        >
          <Group gap="xs" align="flex-start" wrap="nowrap">
            <TextInput
              style={{ flex: 1 }}
              aria-label={t.consentId}
              placeholder="0198f5b2-7c1d-7aaa-8bbb-…"
              value={typed}
              error={isWrong && t.noId}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" leftSection={<Search size={14} aria-hidden />}>
              {t.find}
            </Button>
          </Group>
        </form>
        {id !== '' && <Shown of={proof}>{(found) => <Decisions of={found} />}</Shown>}
      </Stack>
    </Card>
  );
}

function Decisions({ of: { decisions, isWhole } }: { readonly of: Proof }) {
  const t = trackingWords();
  return (
    <>
      <div>
        <StateBadge tone={isWhole ? 'good' : 'bad'}>{isWhole ? t.whole : t.notWhole}</StateBadge>
      </div>
      <ol className={styles.proof}>
        {decisions.map(({ decidedAt, method, shown, hasGpc }) => (
          <li key={decidedAt}>
            <Text size="sm" fw={560}>
              {t.methods[method]}
            </Text>
            <Text size="xs" c="dimmed">
              {momentOf(decidedAt)} · {shown.locale} · {shown.version}
              {hasGpc && ' · Global Privacy Control'}
            </Text>
            <blockquote>{shown.text}</blockquote>
          </li>
        ))}
      </ol>
    </>
  );
}
