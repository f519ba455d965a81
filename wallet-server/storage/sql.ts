import postgres from 'postgres';

interface ColumnTypes extends Record<string, unknown> {
  bigint: bigint;
}

/** A pool of connections to one database. */
export type Sql = postgres.Sql<ColumnTypes>;
/** One open transaction. */
export type Transaction = postgres.TransactionSql<ColumnTypes>;
/** Either of them: what a query needs that does not care whether it runs in a transaction. */
export type Queryable = postgres.ISql<ColumnTypes>;

/** Where a database is reached: a URL, or a Unix socket with a role and its password. */
export type Address =
  | { url: string }
  | { socketPath: string; database: string; user: string; password: string };

export interface PoolSettings {
  /** Connections at most; they are opened when needed. */
  connections: number;
  /** Shown by the server in its list of connections. */
  name: string;
}

/**
 * Opens a pool. `int8` comes back as `bigint`, `jsonb` as parsed JSON, `bytea` as `Buffer`.
 * `sum()` over `int8` is `numeric` and would come back as a string: cast it (`sum(amount_minor)::bigint`).
 */
export function openPool(address: Address, settings: PoolSettings): Sql {
  const options = {
    max: settings.connections,
    connect_timeout: 10,
    backoff: findReconnectSeconds,
    types: { bigint: postgres.BigInt },
    connection: { application_name: settings.name },
    onnotice: () => undefined,
  };
  if ('url' in address) return postgres(address.url, options);
  return postgres({
    ...options,
    path: address.socketPath,
    database: address.database,
    user: address.user,
    pass: address.password,
  });
}

const LONGEST_RECONNECT_SECONDS = 0.5;

/**
 * How long a connection waits before it is opened anew. The library counts the failures of the whole pool and goes up to
 * 20 seconds, so that one restart of the database, which ends all connections at once, would cost that long.
 */
function findReconnectSeconds(failures: number): number {
  return Math.min(3 ** failures / 100, LONGEST_RECONNECT_SECONDS);
}

/** The five-letter SQLSTATE of a fault of the database, or nothing for any other fault. */
export function sqlStateOf(fault: unknown): string | undefined {
  return fault instanceof postgres.PostgresError ? fault.code : undefined;
}
