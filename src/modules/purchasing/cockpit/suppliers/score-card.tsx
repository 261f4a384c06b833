import { SimpleGrid, Text } from '@mantine/core';
import { type Told, useRead } from '../../../../platform/cockpit/api/index.ts';
import { Card, Shown } from '../../../../platform/cockpit/page/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { purchasingWords } from '../words.ts';

type Score = Told<'readSupplierScore'>;

/** How well a supplier delivers: each share with its interval, and the lead time as it was learned. */
export function ScoreCard({ supplierId }: { readonly supplierId: string }) {
  const t = purchasingWords().suppliers;
  const score = useRead('readSupplierScore', { params: { id: supplierId } }, { about: ['purchasing'] });
  return (
    <Card title={t.score} about={t.scoreAbout}>
      <Shown of={score}>
        {(told) => (
          <SimpleGrid cols={{ base: 2, sm: 5 }}>
            <Share label={t.onTime} of={told.onTime} />
            <Share label={t.inFull} of={told.inFull} />
            <Share label={t.flawless} of={told.flawless} />
            <Price of={told.priceToList} />
            <Lead of={told} />
          </SimpleGrid>
        )}
      </Shown>
    </Card>
  );
}

function Share({ label, of }: { readonly label: string; readonly of: Score['onTime'] }) {
  const t = purchasingWords().suppliers;
  if (of === undefined) return <Figure label={label} value="–" about={t.nothingYet} />;
  const interval = t.likely(percentOf(of.low, 0), percentOf(of.high, 0));
  return (
    <Figure label={label} value={percentOf(of.estimate, 0)} about={`${interval} · ${t.ofLines(of.of)}`} />
  );
}

function Lead({ of }: { readonly of: Score }) {
  const t = purchasingWords().suppliers;
  const { meanDays, halfWithin, mostWithin, receipts, isAssumed } = of.leadTime;
  const mean = countOf(Math.round(meanDays * 10) / 10);
  const from = isAssumed ? t.assumed : t.learnedFrom(receipts);
  const about = `${t.within(halfWithin, mostWithin)} · ${from}`;
  return <Figure label={t.lead} value={t.learned(mean)} about={about} />;
}

function Price({ of }: { readonly of: number | undefined }) {
  const t = purchasingWords().suppliers;
  if (of === undefined) return <Figure label={t.priceToList} value="–" about={t.nothingYet} />;
  return <Figure label={t.priceToList} value={percentOf(of, 1)} about={t.priceToListAbout} />;
}

function Figure(props: { readonly label: string; readonly value: string; readonly about: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {props.label}
      </Text>
      <Text size="xl" fw={600}>
        {props.value}
      </Text>
      <Text size="xs" c="dimmed">
        {props.about}
      </Text>
    </div>
  );
}
