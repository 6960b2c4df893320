import type { SloSpecification } from '../SloSpecification';
import type { Mapping } from '../yaml/Mapping';
import { INTERVAL_PLUGIN_KEYS, readIntervals } from './readIntervals';

/** What plugins ask of an objective. */
export type PluginEffects = Pick<
  SloSpecification,
  'denominatorCorrected' | 'intervals'
>;

/** Plugins that come with Sloth and change nothing that is generated: they write a line into its log, or do nothing. */
const WITHOUT_EFFECT = new Set([
  'sloth.dev/core/debug/v1',
  'sloth.dev/core/noop/v1',
]);
const DENOMINATOR_CORRECTED =
  'sloth.dev/contrib/denominator_corrected_rules/v1';
const RULE_INTERVALS = 'sloth.dev/contrib/rule_intervals/v1';

/**
 * Reads the plugins of a service or of an objective. They are programs, so those that change the rules are known by their
 * name or refused by it: rules without them would be others than the file says.
 */
export function readPlugins(mapping: Mapping, key: string): PluginEffects {
  const plugins = mapping.child(key);
  if (!plugins) return {};
  plugins.only(['chain', 'overridePrevious', 'override_previous']);
  for (const flag of ['overridePrevious', 'override_previous']) {
    if (plugins.flag(flag)) {
      plugins.problems.refuse(
        plugins.keyPlace(flag),
        'leaving out the rules of Sloth is not supported',
      );
    }
  }
  return (plugins.children('chain') ?? []).reduce<PluginEffects>(
    (effects, plugin) => ({ ...effects, ...readPlugin(plugin) }),
    {},
  );
}

function readPlugin(plugin: Mapping): PluginEffects {
  plugin.only(['id', 'config', 'priority']);
  const id = plugin.requiredText('id');
  switch (id) {
    case undefined:
      return {};
    case DENOMINATOR_CORRECTED:
      plugin.child('config')?.only([]);
      return { denominatorCorrected: true };
    case RULE_INTERVALS: {
      const config = plugin.requiredChild('config');
      config?.only(['interval']);
      config?.require('interval');
      return config
        ? { intervals: readIntervals(config, 'interval', INTERVAL_PLUGIN_KEYS) }
        : {};
    }
    default:
      if (!WITHOUT_EFFECT.has(id)) {
        plugin.problems.refuse(
          plugin.place('id'),
          `the SLO plugin "${id}" is not supported`,
        );
      }
      return {};
  }
}
