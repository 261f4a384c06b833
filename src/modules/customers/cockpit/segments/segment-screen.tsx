import { useParams } from '@tanstack/react-router';
import { useRead } from '../../../../platform/cockpit/api/index.ts';
import { Shown } from '../../../../platform/cockpit/page/index.ts';
import { useSession } from '../../../../platform/cockpit/state/index.ts';
import { newCondition } from './condition.ts';
import { SegmentForm } from './segment-form.tsx';

/** A new segment, or one that is changed. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  const { shop } = useSession();
  const found = useRead('listSegments', {}, { about: ['customers'], isOff: id === undefined });
  if (id === undefined) {
    const rule = { match: 'all' as const, conditions: [newCondition('orders', shop.currency)] };
    return <SegmentForm segment={{ id: undefined, code: '', name: '', rule }} />;
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
