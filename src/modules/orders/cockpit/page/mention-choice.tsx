import { Button, Group } from '@mantine/core';
import type { Colleague } from '../../../../platform/cockpit/state/index.ts';

const MOST = 6;

/** Colleagues whose name goes on as a note ends: `@gr` offers Grace. Taking one completes the name. */
export function MentionChoice(props: {
  readonly text: string;
  readonly colleagues: readonly Colleague[];
  readonly onTake: (text: string) => void;
}) {
  const { text, colleagues, onTake } = props;
  const begun = /@([\p{L}\p{M}]*(?: [\p{L}\p{M}]+)?)$/u.exec(text)?.[1]?.toLowerCase();
  if (begun === undefined) return null;
  const fits = colleagues.filter(({ name }) => {
    const low = name.toLowerCase();
    return low.startsWith(begun) && low !== begun;
  });
  if (fits.length === 0) return null;
  const without = text.slice(0, text.length - begun.length);
  return (
    <Group gap={6} mt={6}>
      {fits.slice(0, MOST).map(({ id, name }) => (
        <Button key={id} size="compact-xs" variant="default" onClick={() => onTake(`${without}${name} `)}>
          @{name}
        </Button>
      ))}
    </Group>
  );
}
