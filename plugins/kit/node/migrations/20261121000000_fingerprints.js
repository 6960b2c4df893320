/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('kit_readings', table => {
    table
      .string('fingerprint', 64)
      .nullable()
      .comment('Changes whenever the value does');
    table
      .boolean('is_due')
      .notNullable()
      .defaultTo(false)
      .comment('Something said that the source has changed since');
    table.index(['attempted_at'], 'kit_readings_attempted_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('kit_readings', table => {
    table.dropIndex(['attempted_at'], 'kit_readings_attempted_at');
    table.dropColumn('fingerprint');
    table.dropColumn('is_due');
  });
};
