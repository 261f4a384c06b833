import { Button } from '@mantine/core';
import { Link as LinkIcon } from 'lucide-react';
import { useState } from 'react';
import { type Told, useRead, useWrite } from '../../../../platform/cockpit/api/index.ts';
import { ConfirmButton, sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState, Page, Shown } from '../../../../platform/cockpit/page/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { dateOf } from '../../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../../platform/cockpit/value/index.ts';
import styles from '../fields/editor.module.css';
import { ABOUT, reportingWords } from '../words.ts';
import { NewLinkDialog } from './new-link-dialog.tsx';

type Listed = Told<'listReportLinks'>['items'][number];

/** Pages of numbers that open without an account, and how to take them back. */
export function Screen() {
  const t = reportingWords();
  const [isAdding, setAdding] = useState(false);
  const links = useRead('listReportLinks', {}, { about: ABOUT });
  const add = useMay()('reports:write') ? (
    <Button onClick={() => setAdding(true)}>{t.links.create}</Button>
  ) : undefined;
  return (
    <Page title={t.links.title} about={t.links.about} actions={add} isNarrow>
      <Shown of={links}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={LinkIcon} title={t.links.empty} text={t.links.emptyText} action={add} />
          ) : (
            <Card isFlush>
              <ul className={styles.list}>
                {items.map((link) => (
                  <LinkLine key={link.id} of={link} />
                ))}
              </ul>
            </Card>
          )
        }
      </Shown>
      {isAdding && <NewLinkDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function LinkLine({ of: link }: { readonly of: Listed }) {
  const t = reportingWords();
  const revoke = useWrite('revokeReportLink', { about: ABOUT, onDone: () => sayDone(t.links.revoked) });
  const mayWrite = useMay()('reports:write');
  const { title, schedule, blocks, expiresAt, openedCount, lastOpenedOn } = link;
  const state = stateOf(link);
  return (
    <li>
      <span style={{ flex: '1 1 240px', minWidth: 0 }}>
        <strong>{title}</strong>
        <br />
        <span className={styles.dim}>
          {schedule === undefined ? t.links.parts(blocks) : t.links.showsSchedule(schedule.name)}
          {' · '}
          {openedCount === 0 || lastOpenedOn === undefined
            ? t.links.neverOpened
            : t.links.opened(openedCount, dateOf(`${lastOpenedOn}T12:00:00Z`))}
        </span>
      </span>
      <span className={styles.dim}>{state === 'live' && t.links.until(dateOf(expiresAt))}</span>
      <StateBadge tone={state === 'live' ? 'good' : 'neutral'}>{t.links.states[state]}</StateBadge>
      {state === 'live' && mayWrite && (
        <ConfirmButton
          title={t.links.revokeTitle(title)}
          text={t.links.revokeText}
          verb={t.links.revoke}
          onConfirm={() => revoke.mutateAsync({ params: { id: link.id } })}
        >
          {t.links.revoke}
        </ConfirmButton>
      )}
    </li>
  );
}

function stateOf({ revokedAt, expiresAt }: Listed): 'live' | 'revoked' | 'expired' {
  if (revokedAt !== undefined) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'live';
}
