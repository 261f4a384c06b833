import { Table, Text } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { Money, StateBadge } from '../../../../platform/cockpit/value/index.ts';
import { GoodsCell } from '../goods-cell.tsx';
import styles from '../table/prices.module.css';
import { priceWords } from '../words.ts';

/** What each price becomes, and how many fall below cost. */
export function ChangePreview({ preview }: { readonly preview: Told<'previewPriceChange'> | undefined }) {
  const t = priceWords().change;
  if (preview === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t.noRule}
      </Text>
    );
  }
  const { changed, unchanged, withoutPrice, belowCost, items } = preview;
  const counts: readonly (readonly [string, number | undefined])[] = [
    [t.counts.changed, changed],
    [t.counts.unchanged, unchanged],
    [t.counts.withoutPrice, withoutPrice],
    [t.counts.belowCost, belowCost],
  ];
  return (
    <>
      <dl className={styles.summary}>
        {counts.map(([name, count]) =>
          count === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={name === t.counts.belowCost && count > 0 ? styles.below : undefined}>
                {countOf(count)}
              </dd>
            </div>
          ),
        )}
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={styles.scroll} aria-label={t.preview} tabIndex={0}>
        <Table verticalSpacing={6} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.goods}</Table.Th>
              <Table.Th ta="right">{t.before}</Table.Th>
              <Table.Th ta="right">{t.after}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ item, before, after, compareAtAfter, why, isBelowCost }) => (
              <Table.Tr key={item.variantId}>
                <Table.Td>
                  <GoodsCell item={item} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money of={before} isDim />
                </Table.Td>
                <Table.Td ta="right">
                  {isBelowCost && <StateBadge tone="bad">{t.belowCost}</StateBadge>}{' '}
                  {compareAtAfter && (
                    <s className={styles.dim}>
                      <Money of={compareAtAfter} isDim />
                    </s>
                  )}{' '}
                  {after === undefined ? (
                    <span className={styles.dim}>{why && t.why[why]}</span>
                  ) : (
                    <Money of={after} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {changed + unchanged > items.length && (
        <Text size="xs" c="dimmed">
          {t.shownOf(items.length, changed + unchanged)}
        </Text>
      )}
    </>
  );
}
