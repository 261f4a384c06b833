import { Alert, Stack } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import type { Told } from '../../../platform/cockpit/api/index.ts';
import { ColumnMapping, SampleRows } from '../../../platform/cockpit/form/index.ts';
import { Card } from '../../../platform/cockpit/page/index.ts';
import { importWords } from './words.ts';

type Mapping = Readonly<Record<string, string>>;

/** What the file is; where nothing recognises it, which of its columns becomes what. */
export function MappingCard(props: {
  readonly file: Told<'uploadImport'>;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { file, mapping, onChange } = props;
  const { columns, rows } = file;
  const t = importWords();
  if (file.format !== undefined) {
    return (
      <Card title={file.fileName}>
        <Stack gap="sm">
          <Alert color="teal" icon={<CircleCheck size={18} />}>
            {t.recognised(file.format)}
          </Alert>
          <SampleRows {...{ columns, rows, label: t.examples }} />
        </Stack>
      </Card>
    );
  }
  const { column, examples, becomes, ignored } = t;
  const words = { column, examples, becomes, ignored };
  const fields = file.fields.map((field) => ({ value: field, label: labelOf(t.fields, field) }));
  return (
    <Card title={file.fileName} about={t.mapIt} isFlush>
      <ColumnMapping {...{ columns, rows, fields, mapping, onChange, words }} />
    </Card>
  );
}

function labelOf(names: Readonly<Record<string, string>>, field: string): string {
  return names[field] ?? field;
}
