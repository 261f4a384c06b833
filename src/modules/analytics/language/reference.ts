import { DIMENSIONS } from '../explore/dimensions.ts';
import { MEASURES } from '../explore/measures.ts';
import { dimensionsOf } from '../explore/together.ts';
import { SOURCES, sourceOf } from './words.ts';

/** Every word that can be asked for, as the tables of docs/explore.md. */
export function referenceText(): string {
  const measures = SOURCES.map((source) => {
    const rows = MEASURES.filter(({ id }) => sourceOf(id) === source).map(
      ({ id, kind, about, timeRule, hasCosts }) =>
        `| \`${id}\` | ${kind}${hasCosts ? ', needs `costs:read`' : ''} | ${about} ${timeRule} |`,
    );
    return `### FROM ${source}\n\n| number | kind | definition |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const goods = (id: string) => SOURCES.filter((source) => isOf(source, id)).join(', ');
  const dimensions = DIMENSIONS.map(({ id, about }) => `| \`${id}\` | ${about} | ${goods(id)} |`);
  return `${measures.join('\n')}
### Dimensions

| dimension | what it is | of |
|---|---|---|
${dimensions.join('\n')}
`;
}

/** Whether anything of a source can be told apart by it. */
function isOf(source: (typeof SOURCES)[number], dimension: string): boolean {
  return MEASURES.some(({ id }) => sourceOf(id) === source && dimensionsOf([id]).includes(dimension));
}
