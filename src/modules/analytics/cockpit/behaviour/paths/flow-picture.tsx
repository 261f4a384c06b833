import { useMemo } from 'react';
import { countOf } from '../../../../../platform/cockpit/text/index.ts';
import type { Row } from '../../report.ts';
import { analyticsWords } from '../../words.ts';
import { type FlowLink, type FlowNode, flowOf } from './flow.ts';
import styles from './paths.module.css';

/** In percent of the width. */
const NODE = 15;
const LONG = 14;

/** Ways as bands from page to page: the wider, the more visits. The list below it says the same in words. */
export function FlowPicture(props: {
  readonly rows: readonly Row[];
  readonly isTo: boolean;
  readonly onChoose: (page: string) => void;
}) {
  const { rows, isTo, onChoose } = props;
  const { places, nodes, links } = useMemo(() => flowOf(rows, isTo), [rows, isTo]);
  const step = (100 - NODE) / (places - 1);
  const leftOf = ({ place }: FlowNode) => (place - 1) * step;
  return (
    <div className={styles.flow}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {links.map((link) => (
          <path
            key={`${link.from.place} ${link.from.name}→${link.to.name}`}
            d={bandOf(link, leftOf(link.from) + NODE, leftOf(link.to))}
            data-ends={link.to.name === '' || undefined}
          />
        ))}
      </svg>
      {nodes.map((node) => (
        <Node key={`${node.place} ${node.name}`} {...{ node, isTo, onChoose }} left={leftOf(node)} />
      ))}
    </div>
  );
}

function Node(props: {
  readonly node: FlowNode;
  readonly left: number;
  readonly isTo: boolean;
  readonly onChoose: (page: string) => void;
}) {
  const { node, left, isTo, onChoose } = props;
  const { name, visits, top, height } = node;
  const t = analyticsWords().behaviour;
  const style = { left: `${left}%`, top: `${top}%`, width: `${NODE}%`, height: `${height}%` };
  const text = name === '' ? (isTo ? t.begun : t.ended) : name === 'other' ? t.rest : shortPath(name);
  const words = (
    <>
      <span className={styles.nodeName}>{text}</span>
      <span className={styles.nodeCount}>{countOf(visits)}</span>
    </>
  );
  if (!name.startsWith('/')) {
    return (
      <div className={styles.node} data-quiet style={style} title={text}>
        {words}
      </div>
    );
  }
  return (
    <button
      {...{ type: 'button', className: styles.node, style, title: t.goOn(name) }}
      onClick={() => onChoose(name)}
    >
      {words}
    </button>
  );
}

/** The end of a path says which page it is: `…/wool-blanket`. */
function shortPath(path: string): string {
  const last = path.slice(path.lastIndexOf('/'));
  return path.length > LONG && last.length > 1 ? `…${last}` : path;
}

function bandOf({ fromTop, fromHeight, toTop, toHeight }: FlowLink, x: number, to: number): string {
  const middle = (x + to) / 2;
  return [
    `M${x},${fromTop} C${middle},${fromTop} ${middle},${toTop} ${to},${toTop}`,
    `L${to},${toTop + toHeight} C${middle},${toTop + toHeight} ${middle},${fromTop + fromHeight}`,
    `${x},${fromTop + fromHeight} Z`,
  ].join(' ');
}
