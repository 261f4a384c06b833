import { Alert, Button, Group, Text } from '@mantine/core';
import { ArrowDownToLine, Redo2, Undo2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { useShortcuts } from '../../../../platform/cockpit/state/index.ts';
import { countOf } from '../../../../platform/cockpit/text/index.ts';
import { productWords } from '../words.ts';
import type { CellRow, SheetColumn } from './columns.ts';
import { Grid } from './grid.tsx';
import { problemsOf, sendingOf, spread } from './sent.ts';
import { type CellChange, changed, filledDown, keyOf, type Range, redo, sheetOf, undo } from './sheet.ts';

const MOST_CELLS = 10_000;

/** The sheet with what is done to it: undo, fill, check, save. */
export function SheetEditor(props: {
  readonly rows: readonly CellRow[];
  readonly columns: readonly SheetColumn[];
  readonly onSaved: () => void;
}) {
  const { rows, columns, onSaved } = props;
  const { sheet: t } = productWords();
  const [sheet, setSheet] = useState(() => sheetOf(rows.map((row) => columns.map(({ read }) => read(row)))));
  const [range, setRange] = useState<Range>({ from: { row: 0, column: 0 }, to: { row: 0, column: 0 } });
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const own = useMemo(() => problemsOf(sheet, columns), [sheet, columns]);
  const problems = useMemo(() => new Map([...refused, ...own]), [refused, own]);
  const save = useWrite('changeCells', {
    isTold: true,
    about: ['catalog', 'pricing', 'inventory', 'merchandising'],
    onDone: ({ problems: wrong, changedProducts }) => {
      if (wrong.length > 0) return setRefused(placed(wrong, sending.places, columns));
      sayDone(t.saved(countOf(changedProducts)));
      onSaved();
    },
  });
  const write = (changes: readonly CellChange[]) => {
    const allowed = changes.filter(({ column }) => !columns[column]?.isReadOnly);
    const tidy = allowed.map((one) => ({ ...one, text: columns[one.column]?.tidy?.(one.text) ?? one.text }));
    setSheet((before) => changed(before, spread(tidy, rows, columns)));
    setRefused((before) => (before.size === 0 ? before : new Map()));
  };
  const sending = useMemo(() => sendingOf(sheet, rows, columns), [sheet, rows, columns]);
  const send = () => save.mutate({ body: { rows: [...sending.rows], isTrial: false } });
  const isChanged = sheet.edits.size > 0;
  const maySave = isChanged && own.size === 0 && sending.cells <= MOST_CELLS;
  useShortcuts(maySave ? { 'mod+s': send } : {});
  const tool = (label: string, icon: React.ReactNode, act: () => void, isOff: boolean) => (
    <Button variant="default" leftSection={icon} onClick={act} disabled={isOff}>
      {label}
    </Button>
  );
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          {tool(t.undo, <Undo2 size={14} />, () => setSheet(undo), sheet.done.length === 0)}
          {tool(t.redo, <Redo2 size={14} />, () => setSheet(redo), sheet.undone.length === 0)}
          {tool(
            t.fillDown,
            <ArrowDownToLine size={14} />,
            () => write(filledDown(sheet, range)),
            range.from.row === range.to.row,
          )}
        </Group>
        <Group gap="sm">
          <Text size="sm" role="status" c={problems.size > 0 ? 'var(--bad)' : 'dimmed'}>
            {problems.size > 0
              ? t.wrong(countOf(problems.size))
              : isChanged
                ? t.changed(countOf(sheet.edits.size))
                : ''}
          </Text>
          <Button variant="default" disabled={!isChanged || save.isPending} onClick={onSaved}>
            {t.discard}
          </Button>
          <Button disabled={!maySave} loading={save.isPending} onClick={send}>
            {t.save}
          </Button>
        </Group>
      </Group>
      {sending.cells > MOST_CELLS && <Alert color="red">{t.tooMany}</Alert>}
      {save.error && <Alert color="red">{save.error.message}</Alert>}
      <Grid
        {...{ sheet, columns, range, problems, label: t.title }}
        onRange={setRange}
        onWrite={write}
        onUndo={() => setSheet(undo)}
        onRedo={() => setSheet(redo)}
      />
    </>
  );
}

type Wrong = { readonly row: number; readonly field: string; readonly message: string };

/** The API's problems at the cells that they are about; one that fits no column stands in the row's first. */
function placed(
  wrong: readonly Wrong[],
  places: readonly number[],
  columns: readonly SheetColumn[],
): ReadonlyMap<string, string> {
  return new Map(
    wrong.map(({ row, field, message }) => {
      const column = columns.findIndex(({ key }) => key === field || field.startsWith(`${key}.`));
      return [keyOf({ row: places[row] ?? 0, column: Math.max(0, column) }), message];
    }),
  );
}
