import { Anchor } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { FoldingTable } from '../../../../platform/cockpit/table/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import { methodName, ratioText } from '../list/columns.tsx';
import { changeText, piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Accuracy = Told<'readForecastAccuracy'>;
type Measured = Pick<Accuracy['methods'][number], 'scaledError' | 'bias' | 'coverage'>;

/** What is used against what is simple, over all variants. */
export function MethodTable({ of }: { readonly of: Accuracy['methods'] }) {
  const t = forecastWords();
  return (
    <FoldingTable
      rows={of}
      keyOf={({ method }) => method}
      isMarked={({ method }) => method === 'chosen'}
      columns={[
        { key: 'method', label: t.method, cell: ({ method }) => methodName(method) },
        { key: 'loss', label: t.item.loss, align: 'end', cell: (one) => ratioText(one.quantileLoss) },
        ...measures(),
        {
          ...{ key: 'chosen_for', label: t.accuracy.chosenFor, align: 'end' },
          cell: (one) => countOf(one.chosenFor),
        },
      ]}
    />
  );
}

/** The same by how demand comes. */
export function ClassTable(props: {
  readonly of: Accuracy['classes'];
  readonly onClass: (name: string) => void;
}) {
  const t = forecastWords();
  return (
    <FoldingTable
      rows={props.of}
      keyOf={({ demandClass }) => demandClass}
      columns={[
        {
          ...{ key: 'class', label: t.demandClass },
          cell: ({ demandClass }) => (
            <Anchor component="button" inherit onClick={() => props.onClass(demandClass)}>
              {t.classes[demandClass]}
            </Anchor>
          ),
        },
        {
          ...{ key: 'variants', label: t.accuracy.variants, align: 'end' },
          cell: (one) => countOf(one.variants),
        },
        { key: 'next13', label: t.next13, align: 'end', cell: (one) => piecesText(one.next13) },
        ...measures(),
      ]}
    />
  );
}

function measures() {
  const t = forecastWords();
  const column = (key: string, label: string, text: (one: Measured) => string) => {
    return { key, label, align: 'end', cell: text } as const;
  };
  return [
    column('error', t.error, ({ scaledError }) => orDash(scaledError, ratioText)),
    column('bias', t.bias, ({ bias }) => orDash(bias, changeText)),
    column('coverage', t.coverage, ({ coverage }) => orDash(coverage, (share) => percentOf(share, 0))),
  ];
}

function orDash(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? '–' : text(value);
}
