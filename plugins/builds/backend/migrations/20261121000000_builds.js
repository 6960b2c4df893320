/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('builds', table => {
    table.comment(
      'Every build that was read; one that is over is never asked again',
    );
    table.string('project_key', 64).notNullable();
    table.string('id', 255).notNullable().comment('Unique within its project');
    table
      .string('sort_key', 64)
      .notNullable()
      .comment('Digits and letters whose order is the order of the list');
    table.string('status', 16).notNullable();
    table.string('branch', 255).nullable().comment('In lower case, to search');
    table.string('commit_sha', 64).nullable();
    table.integer('duration_seconds').nullable();
    table.boolean('over').notNullable();
    table.text('record', 'longtext').notNullable().comment('JSON of all of it');
    table.primary(['project_key', 'id']);
    table.index(['project_key', 'sort_key'], 'builds_by_project_index');
  });
  await knex.schema.createTable('build_reaches', table => {
    table.comment('How far the history of a project was read without gaps');
    table.string('project_key', 64).primary();
    table
      .integer('version')
      .notNullable()
      .comment('Grows with each write, so that two writers notice each other');
    table.string('top', 64).nullable().comment('sort_key of the newest build');
    table.string('horizon', 64).nullable().comment('sort_key of the oldest');
    table.text('pending', 'longtext').notNullable().comment('JSON list of ids');
    table.text('next_token').nullable();
    table.integer('median_seconds').nullable();
  });
  await knex.schema.createTable('build_requests', table => {
    table.comment(
      'What people asked to start and to retry, so that nothing starts twice',
    );
    table.string('id', 64).primary().comment('Hash of who, what and the key');
    table
      .string('question', 64)
      .notNullable()
      .comment('Hash of what was asked');
    table.string('asked_at', 32).notNullable().comment('ISO time of the first');
    table.string('state', 16).notNullable().comment('pending or done');
    table.text('answer', 'longtext').nullable().comment('JSON of the build');
    table.index(['asked_at'], 'build_requests_by_age_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('build_requests');
  await knex.schema.dropTable('build_reaches');
  await knex.schema.dropTable('builds');
};
