import { Checkbox, Fieldset, Progress, Stack, Text } from '@mantine/core';
import { bytesOf } from '../../../../../platform/cockpit/text/index.ts';
import { orderWords } from '../../words.ts';
import { type DisputeToAnswer, type OfferedDocument, type OwnFile, weigh } from './attached.ts';
import { OwnFiles } from './own-files.tsx';
import { TakesText } from './takes-text.tsx';

export type Attached = {
  readonly documents: readonly OfferedDocument['document'][];
  readonly files: readonly OwnFile[];
};

/** What goes with an answer: documents that are made of the order, and files of one's own. */
export function AttachSection(props: {
  readonly of: DisputeToAnswer;
  readonly attached: Attached;
  readonly onChange: (change: (before: Attached) => Attached) => void;
}) {
  const { of, attached, onChange } = props;
  const { evidence: t } = orderWords();
  const { files: takes } = of.takes;
  if (takes === undefined) return <TakesText of={of} />;
  const tick = (document: OfferedDocument['document'], isTicked: boolean) =>
    onChange(({ documents, files }) => {
      const others = documents.filter((one) => one !== document);
      return { files, documents: isTicked ? [...others, document] : others };
    });
  return (
    <Fieldset legend={t.attach} m={0}>
      <Stack gap="sm">
        <TakesText of={of} />
        {of.documents.map(({ document, name, bytes }) => (
          <Checkbox
            key={document}
            label={t.documents[document]}
            description={`${name} · ${bytesOf(bytes)}`}
            checked={attached.documents.includes(document)}
            onChange={(event) => tick(document, event.currentTarget.checked)}
          />
        ))}
        <OwnFiles
          {...{ disputeId: of.id, takes, files: attached.files }}
          onChange={(change) => onChange((before) => ({ ...before, files: change(before.files) }))}
        />
        <SizeBar {...{ of, attached }} />
      </Stack>
    </Fieldset>
  );
}

/** How much of what the provider takes this is, and why it may be too much. */
function SizeBar({ of, attached }: { readonly of: DisputeToAnswer; readonly attached: Attached }) {
  const { evidence: t } = orderWords();
  const { files: takes } = of.takes;
  if (takes === undefined) return null;
  const { bytes, problem } = weigh(takes, weighedOf(of, attached));
  return (
    <div>
      <Progress
        value={Math.min(100, (bytes / takes.bytesInAll) * 100)}
        color={problem === undefined ? undefined : 'red'}
        aria-label={t.size}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t.used(bytesOf(bytes), bytesOf(takes.bytesInAll))}
      </Text>
      {problem && (
        <Text size="xs" c="red" role="alert">
          {t.problems[problem]}
        </Text>
      )}
    </div>
  );
}

/** All that would be sent. */
export function weighedOf({ documents }: DisputeToAnswer, attached: Attached) {
  const ticked = documents.filter(({ document }) => attached.documents.includes(document));
  return [...ticked, ...attached.files];
}
