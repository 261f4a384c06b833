import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { useMay } from '../../../../platform/cockpit/state/index.ts';
import styles from './today.module.css';
import { todayWords } from './words.ts';

/** As long as the shop is not ready to sell: how far it is, and the way to go on. */
export function SetupLine() {
  const isAllowed = useMay()('settings:read');
  const about = ['markets', 'catalog', 'shipping', 'taxes', 'payments', 'orders'];
  const { data } = useRead('readSetup', {}, { about, isOff: !isAllowed });
  const t = todayWords();
  // Whoever sells already has no need of a guide, whatever else is left to do.
  if (data === undefined || data.steps.some(({ name, isDone }) => name === 'order' && isDone)) return null;
  const done = data.steps.filter(({ isDone }) => isDone).length;
  if (done === data.steps.length) return null;
  return (
    <Link to="/start" className={styles.setup}>
      <span>
        <strong>{t.setup}</strong> {t.setupDone(String(done), String(data.steps.length))}
      </span>
      <span className={styles.go}>
        {t.setupGo} <ArrowRight size={14} aria-hidden />
      </span>
    </Link>
  );
}
