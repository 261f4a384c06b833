import type pg from 'pg';

type Column = {
  readonly table_schema: string;
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly has_default: boolean;
  readonly is_generated: boolean;
};

const COLUMNS = `
  select table_schema, table_name, column_name, udt_name, is_nullable,
    (column_default is not null or is_identity = 'YES') as has_default, is_generated = 'ALWAYS' as is_generated
  from information_schema.columns
  where table_schema not in ('information_schema', 'pg_catalog', 'graphile_worker', 'public')
  order by table_schema, table_name, ordinal_position`;

const TYPES: Readonly<Record<string, string>> = {
  text: 'string',
  tsvector: 'string',
  uuid: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  xid8: 'bigint',
  float8: 'number',
  timestamptz: 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  jsonb: 'Json',
  numeric: 'string',
  bytea: 'Buffer',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
  _float8: 'number[]',
};

/** The text of schema.ts: one type a table as Kysely wants it, from the migrated database at `client`. */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = Map.groupBy(rows, (row) => `${row.table_schema}.${row.table_name}`);
  const bodies = [...tables].map(
    ([name, columns]) => `export type ${typeName(name)} = {\n${columns.map(line).join('\n')}\n};\n`,
  );
  const entries = [...tables.keys()].map((name) => `  '${name}': ${typeName(name)};`);
  return `// Written by \`npm run types\` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Parsed on the way out. On the way in: text of JSON, so that an array is not taken for a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;

${bodies.join('\n')}
export type Schema = {
${entries.join('\n')}
};
`;
}

function typeName(table: string): string {
  return table.replace(/(^|[._])([a-z])/g, (_match, _edge, letter: string) => letter.toUpperCase());
}

function line(column: Column): string {
  const known = TYPES[column.udt_name];
  if (known === undefined)
    throw new Error(`no TypeScript type for ${column.udt_name} (${column.table_name}.${column.column_name})`);
  const base = column.is_nullable === 'YES' ? (known === 'Json' ? 'Json | null' : `${known} | null`) : known;
  if (column.is_generated) return `  ${column.column_name}: ColumnType<${base}, never, never>;`;
  return `  ${column.column_name}: ${column.has_default && known !== 'Json' ? `Generated<${base}>` : base};`;
}
