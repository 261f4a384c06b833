import type { ReactNode } from 'react';
import { PLOT } from '../plot.ts';
import { analyticsWords } from '../words.ts';
import styles from './annotations.module.css';

/** Tells on which day of its axis a chart was clicked. The button below the chart does the same by keyboard. */
export function ChartClick(props: {
  readonly times: readonly string[];
  readonly isColumns: boolean;
  readonly onDay: ((day: string) => void) | undefined;
  readonly children: ReactNode;
}) {
  const { times, isColumns, onDay, children } = props;
  if (onDay === undefined || times.length < 2) return <>{children}</>;
  const onClick = ({ clientX, currentTarget }: React.MouseEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const share = (clientX - left - PLOT.left) / (width - PLOT.left - PLOT.right);
    const time = times[isColumns ? Math.floor(share * times.length) : Math.round(share * (times.length - 1))];
    if (time !== undefined && share > -0.02 && share < 1.02) onDay(time.slice(0, 10));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a short cut; the button below adds notes too
    <div className={styles.clicked} title={analyticsWords().notes.addOn} onClick={onClick}>
      {children}
    </div>
  );
}
