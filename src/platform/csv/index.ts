export { csvCell, csvLine } from './csv-cell.ts';
export { neutralise, restore } from './formula.ts';
