import pg from 'pg';
import { statementName } from './statement-name.ts';

const IS_PLANNED = /^\s*(select|insert|update|delete|with)\b/i;

/**
 * A client of the pool that lets PostgreSQL keep the plan of each statement, and whose transactions begin with their
 * first statement, in one write: what it costs to say `begin` and wait for the answer is as much as a small statement.
 */
export class PlannedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(
      typeof config === 'string'
        ? { connectionString: config, pipeline: true }
        : { ...config, pipeline: true },
    );
    Object.assign(this, { query: plannedQuery(this, pg.Client.prototype.query.bind(this)) });
  }
}

type Query = (...given: readonly unknown[]) => unknown;

function plannedQuery(client: pg.Client, plain: Query): Query {
  let isBeginHeld = false;
  const letGo = () => {
    if (!isBeginHeld) return;
    isBeginHeld = false;
    client.connection.stream.uncork();
  };
  return (...given) => {
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || rest.length > 0 || typeof values === 'function') {
      const answer = plain(...given);
      letGo();
      return answer;
    }
    if (text === 'begin' && !isBeginHeld) {
      isBeginHeld = true;
      client.connection.stream.cork();
      const begun = Promise.resolve(plain(text));
      // It fails with the connection alone, and then the statement after it fails too.
      begun.catch(() => undefined);
      setImmediate(letGo);
      return Promise.resolve({ command: 'BEGIN', rowCount: null, oid: 0, fields: [], rows: [] });
    }
    const name = IS_PLANNED.test(text) && Array.isArray(values) ? statementName(text) : '';
    const answer = name === '' ? plain(text, values) : plain({ name, text, values });
    letGo();
    return answer;
  };
}
