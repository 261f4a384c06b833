import { CopyField } from '../../../platform/cockpit/form/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import styles from './backups.module.css';
import type { Kept } from './kept.ts';
import { backupWords } from './words.ts';

/** How the shop is brought back: the steps, with the commands to copy. */
export function RestoreCard({ kept }: { readonly kept: Kept }) {
  const t = backupWords();
  const last = kept.items.find(({ problem }) => problem === '');
  const folder = kept.folder === '' ? '/mnt/backups' : kept.folder;
  const restore = `INSTITOR_DATA=restored npm run institor -- restore ${quoted(`${folder}/${last?.name ?? 'BACKUP'}`)}`;
  const hasLog = kept.log !== undefined && last?.kind === 'physical';
  return (
    <Card title={t.restore} about={t.restoreAbout}>
      <ol className={styles.steps}>
        <li>{t.steps.key}</li>
        <li>
          {t.steps.run}
          <div className={styles.commands}>
            <CopyField label={t.command} value={restore} />
            {hasLog && <CopyField label={t.commandLatest} value={`${restore} --to latest`} />}
          </div>
        </li>
        <li>
          {t.steps.open}
          <div className={styles.commands}>
            <CopyField label={t.commandOpen} value="INSTITOR_DATA=restored npm start" />
          </div>
        </li>
      </ol>
      <h3 className={styles.heading}>{t.key}</h3>
      <p className={styles.text}>{t.keyAbout}</p>
    </Card>
  );
}

/** For a shell, where the path has anything else than letters in it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
