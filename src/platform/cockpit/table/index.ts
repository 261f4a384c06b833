export { BulkBar } from './bulk-bar.tsx';
export { type Choice, useChoice } from './choice.ts';
export { type Column, shownColumns } from './column.ts';
export { DataTable, type RowSource } from './data-table.tsx';
export { ExportButton, type ListExport } from './export-button.tsx';
export type { Filter, Option, Sorting } from './filter.ts';
export { ListBar } from './list-bar.tsx';
export { SortableList } from './sortable-list.tsx';
export { ViewsMenu } from './views-menu.tsx';
