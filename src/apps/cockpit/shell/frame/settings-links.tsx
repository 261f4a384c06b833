import { Link } from '@tanstack/react-router';
import { Settings } from 'lucide-react';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import { writtenIn } from '../../../../platform/cockpit/text/index.ts';
import { DESKS } from '../desks.ts';
import { shellWords } from '../messages/words.ts';
import { placeAt, settingsPlaces } from '../settings/places.ts';
import styles from './frame.module.css';

/** The way to the settings' home, and below it, while one is at a page of the settings, the pages of its group. */
export function SettingsLinks({ here, onGo }: { readonly here: string; readonly onGo: () => void }) {
  const may = useMay();
  const { language } = writtenIn();
  const places = settingsPlaces(DESKS, { language, may });
  if (places.length === 0) return null;
  const at = placeAt(places, here);
  const near = at === undefined || at.isLent ? [] : places.filter(({ group }) => group === at.group);
  return (
    <div className={styles.settings}>
      <Link
        to="/settings"
        className={styles.link}
        activeOptions={{ exact: true }}
        data-here={here === '/settings' || near.length > 0 || undefined}
        onClick={onGo}
      >
        <Settings size={16} aria-hidden />
        {shellWords().sections.settings}
      </Link>
      {near.map(({ path, label }) => (
        <Link
          key={path}
          to={path}
          className={`${styles.link} ${styles.below}`}
          activeOptions={{ exact: path !== at?.path }}
          onClick={onGo}
        >
          {label}
        </Link>
      ))}
    </div>
  );
}
