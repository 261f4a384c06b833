import { useEffect, useState } from 'react';
import { useWrite } from '../../../../platform/cockpit/api/index.ts';
import { problemsByField } from '../../../../platform/cockpit/form/index.ts';
import { sayDone } from '../../../../platform/cockpit/overlay/index.ts';
import { cellText, readCell } from '../cell.ts';
import type { Target } from '../kpis.ts';
import { targetWords } from '../words.ts';
import { cellKey, rowOf, type SheetRow } from './rows.ts';

type Edit = {
  readonly row: SheetRow;
  readonly period: string;
  readonly typed: string;
  /** It is kept, and shown until what is kept was read again. */
  readonly isSaved?: true;
};

export type Sheet = {
  readonly textOf: (row: SheetRow, period: string) => string;
  readonly isChanged: (row: SheetRow, period: string) => boolean;
  readonly isWrong: (row: SheetRow, period: string) => boolean;
  readonly type: (edits: readonly Edit[]) => void;
  readonly changed: number;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  readonly save: () => void;
  readonly discard: () => void;
};

/** What was typed into a year's cells and not saved yet. All of it is saved at once, or none. */
export function useSheet(year: string, targets: readonly Target[]): Sheet {
  const t = targetWords().sheet;
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map());
  const kept = new Map(targets.map((target) => [cellKey(rowOf(target), target.period), target.amount]));
  const write = useWrite('setTargets', {
    ...{ about: ['targets'], isTold: true },
    onDone: () => {
      setEdits((before) => new Map([...before].map(([key, edit]) => [key, { ...edit, isSaved: true }])));
      sayDone(t.saved);
    },
  });
  // When the targets were read again.
  useEffect(() => {
    setEdits((before) => new Map([...before].filter(([, { isSaved }]) => !isSaved)));
  }, [targets]);
  const changes = [...edits].flatMap(([key, edit]) => {
    if (edit.isSaved) return [];
    const amount = readCell(edit.row, edit.typed);
    return amount === (kept.get(key) ?? null) ? [] : [{ key, amount, ...edit }];
  });
  const wrong = new Set(changes.filter(({ amount }) => amount === undefined).map(({ key }) => key));
  const problems = problemsByField(write.error);
  for (const [index, { key }] of changes.entries()) {
    if (Object.keys(problems).some((field) => field.startsWith(`targets.${index}.`))) wrong.add(key);
  }
  return {
    textOf: (row, period) => {
      const key = cellKey(row, period);
      const amount = kept.get(key);
      return edits.get(key)?.typed ?? (amount === undefined ? '' : cellText(row, amount));
    },
    isChanged: (row, period) => changes.some(({ key }) => key === cellKey(row, period)),
    isWrong: (row, period) => wrong.has(cellKey(row, period)),
    type: (typed) => {
      write.reset();
      setEdits((before) => {
        const added = typed.map((edit): [string, Edit] => [cellKey(edit.row, edit.period), edit]);
        return new Map([...before, ...added]);
      });
    },
    ...{ changed: changes.length, isBusy: write.isPending },
    problem: write.error?.message ?? (wrong.size > 0 ? t.wrong : undefined),
    save: () => {
      const sent = changes.flatMap(({ row, period, amount }) =>
        amount === undefined ? [] : [{ ...row, period, amount }],
      );
      if (sent.length === changes.length) write.mutate({ params: { year }, body: { targets: sent } });
    },
    discard: () => {
      write.reset();
      setEdits(new Map());
    },
  };
}
