import Database from 'better-sqlite3';
import type { DocumentStore } from './types';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS counters (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
  ) WITHOUT ROWID;
`;

/** Greater than every character an id can hold, so that `prefix + LAST` closes a range. */
const LAST = '\u{10FFFF}';

/** The documents of the world in one SQLite file; write-ahead logging keeps what was written when the process is killed. */
export class SqliteStore implements DocumentStore {
  readonly #database: Database.Database;
  readonly #statements: Record<
    'get' | 'put' | 'delete' | 'list' | 'range' | 'next',
    Database.Statement
  >;
  #writes = 0;

  /** @param file - path of the SQLite file, or `:memory:` */
  constructor(file: string) {
    const database = new Database(file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.exec(SCHEMA);
    this.#database = database;
    this.#statements = {
      get: database.prepare(
        'SELECT json FROM documents WHERE kind = ? AND id = ?',
      ),
      put: database.prepare(
        'INSERT INTO documents (kind, id, json) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
      ),
      delete: database.prepare(
        'DELETE FROM documents WHERE kind = ? AND id = ?',
      ),
      list: database.prepare(
        'SELECT json FROM documents WHERE kind = ? ORDER BY id',
      ),
      range: database.prepare(
        'SELECT json FROM documents WHERE kind = ? AND id >= ? AND id < ? ORDER BY id',
      ),
      next: database.prepare(
        'INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value',
      ),
    };
  }

  /** How many writes were made since the start: what did not write changed nothing. */
  get writes(): number {
    return this.#writes;
  }

  get<T>(kind: string, id: string): T | undefined {
    const row = this.#statements.get.get(kind, id) as
      | { json: string }
      | undefined;
    return row && (JSON.parse(row.json) as T);
  }

  put<T>(kind: string, id: string, document: T): void {
    this.#statements.put.run(kind, id, JSON.stringify(document));
    this.#writes += 1;
  }

  delete(kind: string, id: string): void {
    this.#statements.delete.run(kind, id);
    this.#writes += 1;
  }

  list<T>(kind: string): T[] {
    return parse<T>(this.#statements.list.all(kind));
  }

  listByPrefix<T>(kind: string, prefix: string): T[] {
    return parse<T>(
      this.#statements.range.all(kind, prefix, `${prefix}${LAST}`),
    );
  }

  next(counter: string): number {
    this.#writes += 1;
    return (this.#statements.next.get(counter) as { value: number }).value;
  }

  transaction<T>(work: () => T): T {
    return this.#database.transaction(work)();
  }

  /** Removes all counters and all documents but those of one kind. */
  clear(exceptKind: string): void {
    this.#database
      .prepare('DELETE FROM documents WHERE kind <> ?')
      .run(exceptKind);
    this.#database.exec('DELETE FROM counters');
    this.#writes += 1;
  }

  close(): void {
    this.#database.close();
  }
}

function parse<T>(rows: unknown[]): T[] {
  return (rows as { json: string }[]).map(row => JSON.parse(row.json) as T);
}
