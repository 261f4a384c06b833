import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { textIn, useAddress, useSession } from '../../../../platform/cockpit/state/index.ts';
import { conditionsIn, newCondition } from './condition.ts';
import { SegmentForm } from './segment-form.tsx';

/** A new segment, or one that is changed. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  const { shop } = useSession();
  const [query] = useAddress();
  const found = useRead('listSegments', {}, { about: ['customers'], isOff: id === undefined });
  if (id === undefined) {
    const given = conditionsIn(query);
    const conditions = given.length > 0 ? [...given] : [newCondition('orders', shop.currency)];
    const rule = { match: 'all' as const, conditions };
    return (
      <SegmentForm segment={{ id: undefined, code: '', name: textIn(query, 'name').slice(0, 80), rule }} />
    );
  }
  return (
    <Shown of={found}>
      {({ items }) => {
        const segment = items.find((one) => one.id === id);
        return segment && <SegmentForm key={id} segment={segment} />;
      }}
    </Shown>
  );
}
