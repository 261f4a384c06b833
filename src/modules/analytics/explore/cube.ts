/**
 * A table of facts, and what may be asked of it. SQL in it calls a row of `from` by the name `fact`, which has `day`,
 * and `hour`, `market` and `currency` unless it is said that it lacks them.
 */
export type Cube = {
  readonly id: string;
  /** What its rows are, for whoever is told that two things do not go together: `visits`. */
  readonly facts: string;
  readonly from: string;
  readonly where?: string;
  readonly lacks?: readonly ('hour' | 'market' | 'currency')[];
  /** SQL of joins that leave every fact there once, by the names that columns ask for them. */
  readonly joins?: Readonly<Record<string, string>>;
  /** By the ids of dimensions. */
  readonly dimensions: Readonly<Record<string, Column>>;
  /** Aggregates that are whole numbers, by the names that measures take. */
  readonly sums: Readonly<Record<string, string>>;
  /** Whole numbers that are the same for every row, by the names that measures take. */
  readonly constants?: Readonly<Record<string, string>>;
  /** The same facts summed up, the fewest rows first: the first that tells apart what is asked is read instead of them. */
  readonly summedUp?: readonly SummedUp[];
  readonly namings?: readonly Naming[];
  /** Whether a fact has an `order_id`: then it leads to its orders. */
  readonly hasOrders?: true;
};

export type SummedUp = Pick<Cube, 'from' | 'where' | 'dimensions' | 'sums'> & {
  readonly hasHours: boolean;
  /** A dimension that has to be told, for the sums to be right. */
  readonly needs?: string;
};

/** Dimensions that follow from another, so that they are looked up once for each of it and not for each fact. */
export type Naming = {
  readonly of: string;
  /** Aggregates that it takes, by their names. */
  readonly takes: Readonly<Record<string, string>>;
  /** SQL of joins to `grouped`, which has the dimension and what is taken. */
  readonly joins: string;
  readonly columns: Readonly<Record<string, string>>;
};

export type Column = {
  readonly sql: string;
  /** The join that it needs. */
  readonly join?: string;
  /** Where a fact has several of it: what tells them one by one. Told apart, a fact counts with each; the total counts it once. */
  readonly each?: { readonly from: string; readonly on: string };
};

/** Columns of the facts themselves: of each dimension its own, unless another is said. */
export function columns(...named: readonly (string | readonly [id: string, sql: string])[]) {
  return Object.fromEntries(
    named.map((name): [string, Column] =>
      typeof name === 'string' ? [name, { sql: `fact.${name}` }] : [name[0], { sql: name[1] }],
    ),
  );
}

/** Columns of a joined table. */
export function joined(join: string, ...named: readonly (string | readonly [id: string, sql: string])[]) {
  return Object.fromEntries(
    named.map((name): [string, Column] =>
      typeof name === 'string' ? [name, { join, sql: `${join}.${name}` }] : [name[0], { join, sql: name[1] }],
    ),
  );
}

/** Day of the week and hour of the day of any fact. */
export const WEEKDAY = columns(['weekday', 'isodow(fact.day)']);
export const HOUR = columns(['hour', "lpad(cast(fact.hour as varchar), 2, '0')"]);
