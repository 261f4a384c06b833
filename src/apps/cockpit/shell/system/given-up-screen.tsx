import { Button } from '@mantine/core';
import { PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { useRead, useRows, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useMay } from '../../../../platform/cockpit/state/index.ts';
import { type Column, DataTable, ListBar } from '../../../../platform/cockpit/table/index.ts';
import { Count, When } from '../../../../platform/cockpit/value/index.ts';
import type { Letter } from './letter.ts';
import { LetterDialog } from './letter-dialog.tsx';
import styles from './system.module.css';
import { systemWords } from './words.ts';

const ABOUT = ['system'];

/** What failed at its last try, until somebody has it tried again or lets go of it. */
export function Screen() {
  const t = systemWords().givenUp;
  const [query] = useAddress();
  const [opened, open] = useState<Letter>();
  const name = textIn(query, 'name') || undefined;
  const letters = useRows('listDeadLetters', { query: { name } }, { about: ABOUT, isKept: true });
  const kinds = useRead('countDeadLetters', {}, { about: ABOUT }).data?.items ?? [];
  const columns = columnsOf(open);
  const options = kinds.map(({ name: value, count }) => ({ value, label: `${value} (${count})` }));
  const count = kinds.reduce((sum, kind) => (name && kind.name !== name ? sum : sum + kind.count), 0);
  return (
    <Page title={t.title} about={t.about} actions={<AllActions name={name} count={count} />} isWhole>
      <ListBar filters={[{ key: 'name', label: t.kind, kind: 'choice', options }]} columns={columns} />
      <DataTable
        label={t.title}
        columns={columns}
        source={letters}
        idOf={({ id }) => id}
        isFiltered={name !== undefined}
        empty={<EmptyState icon={PartyPopper} title={t.empty} text={t.emptyText} />}
        phone={(letter) => ({
          title: <LetterButton letter={letter} open={open} />,
          detail: firstLine(letter.error),
          aside: <When at={letter.diedAt} />,
        })}
      />
      {opened && <LetterDialog letter={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function columnsOf(open: (letter: Letter) => void): readonly Column<Letter>[] {
  const t = systemWords().givenUp;
  return [
    {
      ...{ key: 'kind', label: t.kind, width: '24%', isTitle: true },
      cell: (letter) => <LetterButton letter={letter} open={open} />,
    },
    { key: 'why', label: t.why, cell: ({ error }) => firstLine(error) },
    {
      ...{ key: 'attempts', label: t.attempts, width: '90px', align: 'end' },
      cell: ({ attempts }) => <Count of={attempts} />,
    },
    { key: 'when', label: t.when, cell: ({ diedAt }) => <When at={diedAt} />, width: '130px', align: 'end' },
  ];
}

function LetterButton({
  letter,
  open,
}: {
  readonly letter: Letter;
  readonly open: (letter: Letter) => void;
}) {
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => open(letter)}>
      <span className={styles.name}>{letter.name}</span>
    </Button>
  );
}

function AllActions({ name, count }: { readonly name: string | undefined; readonly count: number }) {
  const t = systemWords().givenUp;
  const told = { about: ABOUT };
  const retry = useWrite('retryDeadLetters', { ...told, onDone: (done) => sayDone(t.retried(done.count)) });
  const dismiss = useWrite('dismissDeadLetters', {
    ...{ ...told, onDone: (done) => sayDone(t.dismissed(done.count)) },
  });
  if (!useMay()('system:write') || count === 0) return null;
  return (
    <>
      <ConfirmButton
        title={t.dismissAllTitle(count)}
        text={t.dismissText}
        verb={t.dismissAll(count)}
        onConfirm={() => dismiss.mutateAsync({ body: { name } })}
      >
        {t.dismissAll(count)}
      </ConfirmButton>
      <Button loading={retry.isPending} onClick={() => retry.mutate({ body: { name } })}>
        {t.retryAll(count)}
      </Button>
    </>
  );
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
