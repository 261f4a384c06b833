import styles from './overview.module.css';

/** A share of one as the part of a line that is full. The number stands beside it. */
export function ShareBar({ share }: { readonly share: number }) {
  const width = `${Math.min(Math.max(share, 0), 1) * 100}%`;
  return (
    <span className={styles.bar} aria-hidden>
      <span style={{ width }} />
    </span>
  );
}
