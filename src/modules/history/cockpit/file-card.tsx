import { Alert, Stack } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Told } from '../../../platform/cockpit/api/index.ts';
import { ColumnMapping, SampleRows } from '../../../platform/cockpit/form/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { historyWords, namedIn } from './words.ts';

type Mapping = Readonly<Record<string, string>>;

/** What the file is; where nothing recognises it, which of its columns becomes what. */
export function FileCard(props: {
  readonly file: Told<'uploadHistory'>;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { file, mapping, onChange } = props;
  const { columns, rows, format, kind, breakdown = '' } = file;
  const t = historyWords();
  const fields = file.fields.map((field) => ({ value: field, label: namedIn(t.fields, field) }));
  const { column, examples, becomes, ignored } = t;
  const words = { column, examples, becomes, ignored };
  const dimensions = breakdown.split('+').map((name) => namedIn(t.dimensions, name));
  return (
    <Card
      title={file.fileName}
      about={format === undefined ? t.mapIt : undefined}
      isFlush={format === undefined}
    >
      {file.importId !== undefined && (
        <Alert color="yellow" icon={<TriangleAlert size={18} />} mb="sm">
          {t.known(file.importId)}
        </Alert>
      )}
      {format === undefined ? (
        <ColumnMapping {...{ columns, rows, fields, mapping, onChange, words }} />
      ) : (
        <Stack gap="sm">
          <Alert color="teal" icon={<CircleCheck size={18} />}>
            {kind === 'orders'
              ? t.ordersOf(namedIn(t.formats, format))
              : t.visitsOf(
                  namedIn(t.formats, format),
                  breakdown === '' ? t.wholeDays : dimensions.join(', '),
                )}
          </Alert>
          <SampleRows {...{ columns, rows, label: t.examples }} />
        </Stack>
      )}
    </Card>
  );
}
