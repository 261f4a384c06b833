import { Anchor } from '@mantine/core';
import type { Told } from '../../../../platform/cockpit/api/index.ts';
import { countOf, percentOf } from '../../../../platform/cockpit/text/index.ts';
import styles from '../forecast.module.css';
import { methodName, ratioText } from '../list/columns.tsx';
import { changeText, piecesText } from '../reason-text.ts';
import { forecastWords } from '../words.ts';

type Accuracy = Told<'readForecastAccuracy'>;

/** What is used against what is simple, over all variants. */
export function MethodTable({ of }: { readonly of: Accuracy['methods'] }) {
  const t = forecastWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.method}</th>
            <th scope="col">{t.item.loss}</th>
            <th scope="col">{t.error}</th>
            <th scope="col">{t.bias}</th>
            <th scope="col">{t.coverage}</th>
            <th scope="col">{t.accuracy.chosenFor}</th>
          </tr>
        </thead>
        <tbody>
          {of.map((one) => (
            <tr key={one.method} data-chosen={one.method === 'chosen' || undefined}>
              <th scope="row">{methodName(one.method)}</th>
              <td>{ratioText(one.quantileLoss)}</td>
              <td>{orDash(one.scaledError, ratioText)}</td>
              <td>{orDash(one.bias, changeText)}</td>
              <td>{orDash(one.coverage, percentText)}</td>
              <td>{countOf(one.chosenFor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same by how demand comes. */
export function ClassTable(props: {
  readonly of: Accuracy['classes'];
  readonly onClass: (name: string) => void;
}) {
  const t = forecastWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.demandClass}</th>
            <th scope="col">{t.accuracy.variants}</th>
            <th scope="col">{t.next13}</th>
            <th scope="col">{t.error}</th>
            <th scope="col">{t.bias}</th>
            <th scope="col">{t.coverage}</th>
          </tr>
        </thead>
        <tbody>
          {props.of.map((one) => (
            <tr key={one.demandClass}>
              <th scope="row">
                <Anchor component="button" inherit onClick={() => props.onClass(one.demandClass)}>
                  {t.classes[one.demandClass]}
                </Anchor>
              </th>
              <td>{countOf(one.variants)}</td>
              <td>{piecesText(one.next13)}</td>
              <td>{orDash(one.scaledError, ratioText)}</td>
              <td>{orDash(one.bias, changeText)}</td>
              <td>{orDash(one.coverage, percentText)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function orDash(value: number | undefined, text: (value: number) => string): string {
  return value === undefined ? '–' : text(value);
}

function percentText(share: number): string {
  return percentOf(share, 0);
}
