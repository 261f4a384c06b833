import { Button, Code, Modal, Stack, Text } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../../../platform/cockpit/api/index.ts';
import { Shown } from '../../../platform/cockpit/page/index.ts';
import { auditWords } from './words.ts';

/** Has the whole chain looked at, and says what to note. */
export function VerifyButton() {
  const t = auditWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<ShieldCheck size={14} />} onClick={() => setOpen(true)}>
        {t.verify}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t.verify}>
        {isOpen && <Verdict />}
      </Modal>
    </>
  );
}

function Verdict() {
  const t = auditWords();
  const verdict = useRead('verifyAudit', {}, { about: [] });
  return (
    <Shown of={verdict}>
      {({ isWhole, breach, entries, waiting, head }) => (
        <Stack gap="sm">
          <Text role="status" fw={600} c={isWhole ? undefined : 'red'}>
            {isWhole ? t.isWhole(entries, waiting) : t.isBroken(breach?.position ?? '', breach?.what ?? '')}
          </Text>
          {head !== undefined && (
            <>
              <Text size="sm">{t.note}</Text>
              <Code block>{head}</Code>
            </>
          )}
        </Stack>
      )}
    </Shown>
  );
}
