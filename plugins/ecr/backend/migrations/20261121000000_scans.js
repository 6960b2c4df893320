/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('ecr_scans', table => {
    table.comment('What was last read of the scan of each image');
    table.string('repository_arn', 400).notNullable();
    table.string('digest', 80).notNullable();
    table.string('status', 40).notNullable();
    table.string('type', 20).nullable();
    table.text('counts').nullable().comment('JSON: findings by severity');
    table.text('reason').nullable().comment('Why there is no result');
    table.string('completed_at', 32).nullable().comment('ISO time');
    table.text('worst').notNullable().comment('JSON: the worst findings');
    table
      .text('image')
      .nullable()
      .comment('JSON: the image as its repository listed it');
    table.string('read_at', 32).notNullable().comment('ISO time');
    table
      .string('due_at', 32)
      .notNullable()
      .comment('ISO time after which it is to be read again');
    table
      .string('changed_at', 32)
      .notNullable()
      .comment('ISO time of the last write of this row');
    table.primary(['repository_arn', 'digest']);
    // What another replica has written since.
    table.index(['repository_arn', 'changed_at'], 'ecr_scans_changed_idx');
    // The running images of all services, whatever their repository.
    table.index(['digest'], 'ecr_scans_digest_idx');
  });

  await knex.schema.createTable('ecr_manifests', table => {
    table.comment('What manifests tell; a digest names its content for ever');
    table.string('repository_arn', 400).notNullable();
    table.string('digest', 80).notNullable();
    table.text('facts').notNullable().comment('JSON');
    table.string('read_at', 32).notNullable().comment('ISO time');
    table.primary(['repository_arn', 'digest']);
  });

  await knex.schema.createTable('ecr_index_children', table => {
    table.comment('Which index holds the image of a platform');
    table.string('repository_arn', 400).notNullable();
    table.string('child_digest', 80).notNullable();
    table.string('index_digest', 80).notNullable();
    table.primary(['repository_arn', 'child_digest', 'index_digest']);
    table.index(['child_digest'], 'ecr_index_children_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ecr_index_children');
  await knex.schema.dropTable('ecr_manifests');
  await knex.schema.dropTable('ecr_scans');
};
