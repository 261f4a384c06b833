import { Alert, Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRead, useRefreshEvery, useWrite } from '../../../platform/cockpit/api/index.ts';
import { CopyField } from '../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, Facts, Page, Shown } from '../../../platform/cockpit/page/index.ts';
import { showWork, useMay } from '../../../platform/cockpit/state/index.ts';
import { bytesOf, momentOf, sinceOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge, type Tone } from '../../../platform/cockpit/value/index.ts';
import { BackupList } from './backup-list.tsx';
import styles from './backups.module.css';
import { ABOUT, type Kept } from './kept.ts';
import { RestoreCard } from './restore-card.tsx';
import { backupWords } from './words.ts';

const EVERY_MS = 30_000;
const TONES: Readonly<Record<Kept['state'], Tone>> = {
  ...{ good: 'good', warning: 'waiting', bad: 'bad', off: 'neutral' },
};

/** What is kept of the shop, one more, and how it is brought back. */
export function Screen() {
  const t = backupWords();
  useRefreshEvery('backups', EVERY_MS);
  const backups = useRead('readBackups', {}, { about: ABOUT, isKept: true });
  const kept = backups.data;
  return (
    <Page
      title={t.title}
      about={t.about}
      aside={kept && <StateBadge tone={TONES[kept.state]}>{t.states[kept.state]}</StateBadge>}
      actions={kept && kept.folder !== '' && <BackUpNow />}
    >
      <Shown of={backups}>
        {(read) => (
          <>
            {read.restored && <Restored restored={read.restored} />}
            {read.folder === '' ? <SetUp /> : <Summary kept={read} />}
            {read.folder !== '' && <BackupList kept={read} />}
            <RestoreCard kept={read} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function BackUpNow() {
  const t = backupWords();
  const make = useWrite('makeBackup', {
    about: ABOUT,
    onDone: () => {
      sayDone(t.begun);
      showWork();
    },
  });
  if (!useMay()('system:write')) return null;
  return (
    <Button loading={make.isPending} onClick={() => make.mutate({ body: { title: t.nowTitle } })}>
      {t.now}
    </Button>
  );
}

function Summary({ kept }: { readonly kept: Kept }) {
  const t = backupWords();
  const last = kept.items.find(({ problem }) => problem === '');
  const { daily, weekly, monthly } = kept.keeping;
  return (
    <Card>
      <Facts
        of={[
          [t.last, last ? `${momentOf(last.at)} (${sinceOf(last.at)})` : t.none],
          [t.log, logText(kept)],
          [t.place, <PlaceText key="place" kept={kept} />],
          [t.rule, t.keeping(daily, weekly, monthly)],
        ]}
      />
    </Card>
  );
}

function PlaceText({ kept: { folder, freeBytes } }: { readonly kept: Kept }) {
  const t = backupWords();
  return (
    <>
      <code className={styles.path}>{folder}</code>
      {freeBytes !== undefined && <span className={styles.dim}> · {t.free(bytesOf(freeBytes))}</span>}
    </>
  );
}

function logText({ isEmbedded, log }: Kept): string {
  const t = backupWords();
  if (!isEmbedded) return t.logElsewhere;
  if (log && log.failure !== '') return t.logFails(log.failure);
  return log?.keptUntil === undefined ? t.logNone : t.logKept(momentOf(log.keptUntil));
}

/** Nothing is kept: what to do about it, ready to be copied. */
function SetUp() {
  const t = backupWords();
  return (
    <Card title={t.off} about={t.offText}>
      <div className={styles.commands}>
        <CopyField label={t.offCommand} value="BACKUP_FOLDER=/mnt/backups npm start" />
        <CopyField label={t.offOnce} value="npm run institor -- backup /mnt/backups" />
      </div>
    </Card>
  );
}

function Restored({ restored }: { readonly restored: NonNullable<Kept['restored']> }) {
  const t = backupWords();
  const { restoredAt, at, held = 0 } = restored;
  return (
    <Alert color="blue" variant="light">
      {t.restored(momentOf(restoredAt), momentOf(at))} {held > 0 && `${t.held(held)} `}
      {held > 0 && (
        <Anchor component={Link} to="/system/given-up" size="sm" underline="always">
          {t.look}
        </Anchor>
      )}
    </Alert>
  );
}
