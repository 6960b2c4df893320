/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('kit_readings', table => {
    table.comment(
      'The last good answer of every source, and since when it fails',
    );
    table.string('key', 255).primary();
    table
      .text('value', 'longtext')
      .nullable()
      .comment('JSON of the last good answer');
    table
      .string('good_at', 32)
      .nullable()
      .comment('ISO time of the last good answer');
    table
      .string('failing_since', 32)
      .nullable()
      .comment('ISO time of the first failure of a row');
    table
      .string('attempted_at', 32)
      .notNullable()
      .comment('ISO time of the last attempt');
    table.text('reason').nullable().comment('Why it fails, safe to show');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('kit_readings');
};
