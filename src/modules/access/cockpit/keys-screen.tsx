import { Button } from '@mantine/core';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type RowOf, useRows, useWrite } from '../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { EmptyState, Page } from '../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../platform/cockpit/state/index.ts';
import { type Column, DataTable } from '../../../platform/cockpit/table/index.ts';
import { StateBadge, type Tone, When } from '../../../platform/cockpit/value/index.ts';
import { CreateDialog } from './create-dialog.tsx';
import styles from './keys.module.css';
import { SCOPE_GROUPS } from './scope-groups.ts';
import { accessWords } from './words.ts';

type Key = RowOf<'listApiKeys'>;
type State = 'active' | 'expired' | 'revoked';

const TONES: Readonly<Record<State, Tone>> = { active: 'good', expired: 'neutral', revoked: 'neutral' };

/** Every key, the newest first. */
export function Screen() {
  const t = accessWords();
  const [isMaking, setMaking] = useState(false);
  const keys = useRows('listApiKeys', {}, { about: ['access'] });
  const create = useMay()('api_keys:write') && <Button onClick={() => setMaking(true)}>{t.create}</Button>;
  return (
    <Page title={t.title} about={t.about} actions={create || undefined} isWhole>
      <DataTable
        label={t.title}
        columns={columnsOf()}
        source={keys}
        idOf={({ id }) => id}
        empty={<EmptyState icon={KeyRound} title={t.empty} text={t.emptyText} action={create || undefined} />}
        phone={(key) => ({
          title: key.name,
          detail: `…${key.lastFour} · ${mayText(key)}`,
          aside: <Standing of={key} />,
        })}
      />
      {isMaking && <CreateDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}

function columnsOf(): readonly Column<Key>[] {
  const t = accessWords();
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name, isTitle: true },
    {
      ...{ key: 'ends', label: t.ends, width: '100px' },
      cell: ({ lastFour }) => <span className={styles.mono}>…{lastFour}</span>,
    },
    { key: 'may', label: t.may, width: '190px', cell: mayText },
    {
      key: 'state',
      label: t.state,
      width: '110px',
      cell: (key) => <StateBadge tone={TONES[stateOf(key)]}>{t.states[stateOf(key)]}</StateBadge>,
    },
    {
      ...{ key: 'lastUsed', label: t.lastUsed, width: '130px', align: 'end' },
      cell: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} /> : t.neverUsed),
    },
    {
      ...{ key: 'expires', label: t.expires, width: '130px', align: 'end' },
      cell: ({ expiresAt }) => (expiresAt ? <When at={expiresAt} isDate /> : t.expiresNever),
    },
    { key: 'revoke', label: t.revoke, width: '130px', align: 'end', cell: (key) => <Revoke of={key} /> },
  ];
}

function Standing({ of }: { readonly of: Key }) {
  const state = stateOf(of);
  if (state === 'active') return <Revoke of={of} />;
  return <StateBadge tone={TONES[state]}>{accessWords().states[state]}</StateBadge>;
}

function Revoke({ of }: { readonly of: Key }) {
  const t = accessWords();
  const may = useMay();
  const revoke = useWrite('revokeApiKey', { about: ['access'], onDone: () => sayDone(t.revoked) });
  if (stateOf(of) !== 'active' || !may('api_keys:write')) return null;
  return (
    <ConfirmButton
      title={t.revokeTitle(of.name)}
      text={t.revokeText}
      verb={t.revoke}
      variant="subtle"
      onConfirm={() => revoke.mutateAsync({ params: { id: of.id } })}
    >
      {t.revoke}
    </ConfirmButton>
  );
}

function mayText({ scopes }: Key): string {
  const all = SCOPE_GROUPS.reduce((sum, [, members]) => sum + members.length, 0);
  return accessWords().mayCount(scopes.length, all);
}

function stateOf({ revokedAt, expiresAt }: Key): State {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}
