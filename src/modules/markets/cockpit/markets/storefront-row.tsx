import { ActionIcon, Group } from '@mantine/core';
import { ArrowDown, ArrowUp, ExternalLink, Pencil } from 'lucide-react';
import { useMay, useSession } from '../../../../platform/cockpit/state/index.ts';
import { languageName } from '../../../../platform/cockpit/text/index.ts';
import { marketWords } from '../words.ts';
import type { Storefront } from './market.ts';
import styles from './markets.module.css';

/** An address of the shop, the language at it, and the way there. */
export function StorefrontRow(props: {
  readonly storefront: Storefront;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onMove: (by: number) => void;
}) {
  const { storefront, isFirst, isLast, onEdit, onMove } = props;
  const { prefix, locale } = storefront;
  const t = marketWords().markets;
  const mayWrite = useMay()('settings:write');
  const { shop } = useSession();
  const path = `/${prefix}`;
  const isOnly = isFirst && isLast;
  // The front page stands first wherever it is put.
  const step = (by: -1 | 1, says: string, isOff: boolean) => (
    <ActionIcon
      {...{ variant: 'subtle', color: 'gray', 'aria-label': says, disabled: isOff || prefix === '' }}
      className={styles.step ?? ''}
      onClick={() => onMove(by)}
    >
      {by < 0 ? <ArrowUp size={14} /> : <ArrowDown size={14} />}
    </ActionIcon>
  );
  return (
    <li className={styles.storefront}>
      <a href={`${shop.storefront}${prefix}`} target="_blank" rel="noreferrer" className={styles.address}>
        {path}
        <ExternalLink size={12} aria-label={t.look} />
      </a>
      <span className={styles.language}>
        {languageName(locale)}
        {prefix === '' && <small>{t.frontPage}</small>}
      </span>
      {mayWrite && (
        <Group gap={2} wrap="nowrap">
          {!isOnly && step(-1, t.up(path), isFirst)}
          {!isOnly && step(1, t.down(path), isLast)}
          <ActionIcon variant="subtle" color="gray" aria-label={t.editNamed(path)} onClick={onEdit}>
            <Pencil size={14} />
          </ActionIcon>
        </Group>
      )}
    </li>
  );
}
