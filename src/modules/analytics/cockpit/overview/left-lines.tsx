import { percentOf } from '../../../../platform/cockpit/text/index.ts';
import { Sparkline } from '../../../../platform/cockpit/value/index.ts';
import type { Asked } from '../span/use-asked.ts';
import { analyticsWords } from '../words.ts';
import { Change } from './change.tsx';
import styles from './left.module.css';
import type { LeftLine } from './left.ts';
import { Definition } from './tile.tsx';
import { TileTarget } from './tile-target.tsx';
import { WhyLink } from './why-link.tsx';

/** Lines with what they are of net sales, how they went and how they changed. */
export function LeftLines({ asked, lines }: { readonly asked: Asked; readonly lines: readonly LeftLine[] }) {
  const t = analyticsWords();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line.line} data-sum={line.isSum} data-apart={line.line === 'mer' || undefined}>
          <span className={styles.name}>
            {t.overview[line.line]}
            <Definition of={line} title={t.overview[line.line]} />
          </span>
          <span className={styles.value}>{line.value}</span>
          <span className={styles.spark}>
            <Sparkline values={line.points} label={t.course(t.overview[line.line])} />
          </span>
          <span className={styles.note}>
            {notesOf(line, asked).join(' · ')}
            <TileTarget of={line.id} asked={asked} />
          </span>
          <span className={styles.change}>
            {asked.comparison !== 'none' && line.value !== '–' && <Change of={line} />}
            {asked.comparison !== 'none' && line.change !== undefined && line.line === 'gross' && (
              <WhyLink of={line.id} asked={asked} />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function notesOf(line: LeftLine, { market }: Asked): readonly string[] {
  const t = analyticsWords().overview;
  const isSpendUnknown = line.value === '–' && line.line === 'ads';
  return [
    ...(line.share === undefined || line.line === 'sold' ? [] : [t.ofNet(percentOf(line.share, 0))]),
    ...(line.id === 'contribution_margin_2' ? [t.beforeAds] : []),
    ...(isSpendUnknown ? [market === '' ? t.noSpend : t.spendOfAll] : []),
  ];
}
