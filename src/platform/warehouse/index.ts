export type { Cell, Given } from './cell.ts';
export type { Row, Session } from './session.ts';
export { openWarehouse, type Warehouse, type WarehouseOptions } from './warehouse.ts';
