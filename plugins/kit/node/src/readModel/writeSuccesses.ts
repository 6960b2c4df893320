import type { Knex } from 'knex';

export const TABLE = 'kit_readings';

export interface Row {
  key: string;
  value: string | null;
  good_at: string | null;
  failing_since: string | null;
  attempted_at: string;
  reason: string | null;
  fingerprint: string | null;
  /** A number in SQLite. */
  is_due: boolean | number;
}

/** Values may be long, and a statement holds all of these. */
const CHUNK = 50;

/**
 * Writes good answers, of several sources in one transaction. Most are those of the time before, and some have
 * megabytes: their values are not written again.
 */
export async function writeSuccesses(
  knex: Knex,
  rows: readonly Row[],
): Promise<void[]> {
  if (rows.length === 1) {
    await write(knex, rows);
  } else {
    await knex.transaction(transaction => write(transaction, rows));
  }
  return rows.map(() => undefined);
}

async function write(knex: Knex, rows: readonly Row[]): Promise<void> {
  const known = await knex<Row>(TABLE)
    .select('key', 'fingerprint')
    .whereIn(
      'key',
      rows.map(({ key }) => key),
    );
  const fingerprints = new Map(known.map(row => [row.key, row.fingerprint]));
  const news = new Map<string, Row>();
  for (const row of rows) {
    const { value, fingerprint, key, ...state } = row;
    const same =
      !news.has(key) &&
      fingerprints.get(key) === fingerprint &&
      (await knex<Row>(TABLE).where({ key, fingerprint }).update(state)) > 0;
    if (!same) {
      news.set(key, row);
    }
  }
  const fresh = [...news.values()];
  for (let start = 0; start < fresh.length; start += CHUNK) {
    await knex<Row>(TABLE)
      .insert(fresh.slice(start, start + CHUNK))
      .onConflict('key')
      .merge();
  }
}
