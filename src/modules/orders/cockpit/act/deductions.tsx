import { SimpleGrid, TextInput } from '@mantine/core';
import { MoneyField } from '../../../../platform/cockpit/form/index.ts';
import type { OrderDesk } from '../page/order-desk.ts';
import { orderWords } from '../words.ts';
import type { useRefund } from './use-refund.ts';

/** What is kept of pieces that came back worn (Directive 2011/83/EU, article 14 (2)), and why, which the shopper reads. */
export function Deductions({
  desk: { order },
  of,
}: {
  readonly desk: OrderDesk;
  readonly of: ReturnType<typeof useRefund>;
}) {
  const t = orderWords().dealings;
  const lines = of.lines.filter(({ id }) => (of.quantities[id] ?? 0) > 0);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {lines.map((line, index) => (
          <MoneyField
            key={line.id}
            label={t.keepBack(line.title)}
            description={index === 0 ? t.keepBackHint : undefined}
            currency={order.currency}
            value={of.kept[line.id] ?? ''}
            onChange={(amount) => of.setKept(line.id, amount)}
          />
        ))}
      </SimpleGrid>
      {of.isKeeping && (
        <TextInput
          label={t.keptWhy}
          description={t.keptWhyHint}
          value={of.keptWhy}
          maxLength={500}
          required
          onChange={(event) => of.setKeptWhy(event.currentTarget.value)}
        />
      )}
    </>
  );
}
