import type { Mapping } from '../yaml/Mapping';

/** Plugins that come with Sloth and change nothing that is generated: they write a line into its log, or do nothing. */
const WITHOUT_EFFECT = new Set([
  'sloth.dev/core/debug/v1',
  'sloth.dev/core/noop/v1',
]);

/**
 * Refuses the plugins of a service or of an objective, each by its name: they are programs that change the rules, and rules
 * without them would be others than the file says.
 */
export function refusePlugins(mapping: Mapping, key: string): void {
  const plugins = mapping.child(key);
  if (!plugins) return;
  plugins.only(['chain', 'overridePrevious', 'override_previous']);
  for (const flag of ['overridePrevious', 'override_previous']) {
    if (plugins.flag(flag)) {
      plugins.problems.refuse(
        plugins.keyPlace(flag),
        'leaving out the rules of Sloth is not supported',
      );
    }
  }
  for (const plugin of plugins.children('chain') ?? []) {
    plugin.only(['id', 'config', 'priority']);
    const id = plugin.requiredText('id');
    if (id !== undefined && !WITHOUT_EFFECT.has(id)) {
      plugin.problems.refuse(
        plugin.place('id'),
        `the SLO plugin "${id}" is not supported`,
      );
    }
  }
}
