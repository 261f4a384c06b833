import { Button, VisuallyHidden } from '@mantine/core';
import { DatabaseBackup } from 'lucide-react';
import { useWrite } from '../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../platform/cockpit/overlay/index.ts';
import { Card, EmptyState } from '../../../platform/cockpit/page/index.ts';
import { showWork, useMay } from '../../../platform/cockpit/state/index.ts';
import { bytesOf, countOf, momentOf, sinceOf } from '../../../platform/cockpit/text/index.ts';
import { StateBadge } from '../../../platform/cockpit/value/index.ts';
import styles from './backups.module.css';
import { ABOUT, type Kept } from './kept.ts';
import { backupWords } from './words.ts';

type Backup = Kept['items'][number];

/** The backups that are kept, the latest first. They are few: the rule keeps two dozen. */
export function BackupList({ kept }: { readonly kept: Kept }) {
  const t = backupWords();
  const { at, size, state, kind } = t.columns;
  return (
    <Card title={t.list} isFlush>
      {kept.items.length === 0 && <EmptyState icon={DatabaseBackup} title={t.empty} text={t.emptyText} />}
      {kept.items.length > 0 && (
        <table className={styles.list}>
          <thead>
            <tr>
              <th scope="col">{at}</th>
              <th scope="col" className={styles.wide}>
                {kind}
              </th>
              <th scope="col" className={styles.end}>
                {size}
              </th>
              <th scope="col">{state}</th>
              <th scope="col">
                <VisuallyHidden>{t.check}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {kept.items.map((backup) => (
              <Row key={backup.name} backup={backup} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Row({ backup }: { readonly backup: Backup }) {
  const t = backupWords();
  const { at, bytes, files, kind, hasKey, problem } = backup;
  const isUsable = problem === '';
  return (
    <tr>
      <td>
        {momentOf(at)}
        <span className={styles.below}>{sinceOf(at)}</span>
      </td>
      <td className={styles.wide}>
        {isUsable ? t.kinds[kind] : problem}
        {hasKey && <span className={styles.below}>{t.withKey}</span>}
      </td>
      <td className={styles.end}>
        {isUsable && bytesOf(bytes)}
        {isUsable && <span className={styles.below}>{t.files(countOf(files))}</span>}
      </td>
      <td>
        <State backup={backup} />
      </td>
      <td className={styles.end}>{isUsable && <Check name={backup.name} />}</td>
    </tr>
  );
}

function State({ backup: { problem, checked } }: { readonly backup: Backup }) {
  const t = backupWords();
  if (problem !== '') return <StateBadge tone="bad">{t.unusable}</StateBadge>;
  if (checked === undefined) return <StateBadge tone="neutral">{t.unchecked}</StateBadge>;
  return (
    <>
      {checked.damaged > 0 ? (
        <StateBadge tone="bad">{t.damaged(checked.damaged)}</StateBadge>
      ) : (
        <StateBadge tone="good">{t.sound}</StateBadge>
      )}
      <span className={styles.below}>{t.soundOn(sinceOf(checked.at))}</span>
    </>
  );
}

function Check({ name }: { readonly name: string }) {
  const t = backupWords();
  const check = useWrite('checkBackup', {
    about: ABOUT,
    onDone: () => {
      sayDone(t.checking);
      showWork();
    },
  });
  if (!useMay()('system:write')) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={check.isPending}
      aria-label={t.checkLabel(name)}
      onClick={() => check.mutate({ params: { name }, body: { title: t.checkTitle(name) } })}
    >
      {t.check}
    </Button>
  );
}
