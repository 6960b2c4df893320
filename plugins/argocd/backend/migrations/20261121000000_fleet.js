/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('argocd_applications', table => {
    table.comment('Every application of every instance, as the stream tells');
    table.string('instance', 255).notNullable();
    table.string('namespace', 253).notNullable();
    table.string('name', 253).notNullable();
    table.primary(['instance', 'namespace', 'name']);
    table.string('project', 253).notNullable();
    table.text('labels').notNullable().comment('JSON');
    table.string('service', 253).nullable();
    table.string('environment', 253).nullable();
    table.string('sync', 32).notNullable();
    table.text('revision').nullable();
    table.string('health', 32).notNullable();
    table.string('operation', 32).nullable();
    table.string('finished_at', 64).nullable();
    table.text('destination').nullable();
    table.text('fingerprint').notNullable().comment('Hash of all of it');
  });
  await knex.schema.createTable('argocd_instances', table => {
    table.comment('What is known of the stream of each instance');
    table.string('instance', 255).primary();
    table.string('listed_at', 32).nullable().comment('ISO time');
    table.string('alive_at', 32).nullable().comment('ISO time');
    table.string('failing_since', 32).nullable().comment('ISO time');
    table.text('reason').nullable().comment('Why it fails, safe to show');
  });
  await knex.schema.createTable('argocd_revisions', table => {
    table.comment('Who wrote a commit; a commit never changes');
    table.string('id', 64).primary().comment('SHA-256 of repository@commit');
    table.text('repository').notNullable();
    table.string('commit', 40).notNullable();
    table.text('story').nullable().comment('JSON; null after a failure');
    table.string('attempted_at', 32).notNullable().comment('ISO time');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('argocd_revisions');
  await knex.schema.dropTable('argocd_instances');
  await knex.schema.dropTable('argocd_applications');
};
