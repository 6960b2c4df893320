/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('workloads', table => {
    table.comment('What the clusters hold of services, as last seen');
    table.string('cluster', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('kind', 63).notNullable();
    table.string('name', 255).notNullable();
    table.string('service', 255).notNullable().index();
    table.text('body').notNullable().comment('The workload as JSON');
    table.primary(['cluster', 'namespace', 'kind', 'name']);
  });
  await knex.schema.createTable('workload_clusters', table => {
    table.comment('How the collecting of each cluster stands');
    table.string('cluster', 255).primary();
    table
      .string('good_at', 32)
      .nullable()
      .comment('ISO time at which the workloads were last known to be so');
    table
      .string('failing_since', 32)
      .nullable()
      .comment('ISO time of the first failure of a row');
    table
      .string('attempted_at', 32)
      .notNullable()
      .comment('ISO time of the last attempt');
    table.text('reason').nullable().comment('Why it fails, safe to show');
    table
      .text('problems')
      .notNullable()
      .comment('JSON of the parts that could not be read');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workload_clusters');
  await knex.schema.dropTable('workloads');
};
