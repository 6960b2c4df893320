import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { RuleGroup } from '../RuleGroup';
import { toPlainRules } from '../toPlainRules';

/** A number that an expression must answer at a time such as `4h`; `undefined` is no sample. */
export type Expectation = [
  at: string,
  expression: string,
  value: number | undefined,
];

export interface Story {
  name: string;
  /** Between samples. */
  interval?: string;
  /** Samples by series, in the shorthand of promtool: `0+100x60`. */
  series: Record<string, string>;
  expected?: Expectation[];
  alerts?: object[];
}

/** Runs promtool in a folder of its own. */
export class Promtool {
  /** Fails instead where real parts are required. */
  static isInstalled(): boolean {
    if (spawnSync('promtool', ['--version']).status === 0) return true;
    if (process.env.SHOPSTACK_REQUIRE_REAL === '1') {
      throw new Error(
        'promtool is required and not installed (Debian package prometheus)',
      );
    }
    process.stderr.write(
      'SKIPPED: promtool is not installed, generated rules are not checked\n',
    );
    return false;
  }

  /** What promtool says against a file of rules; '' is nothing. */
  check(rules: string): string {
    return this.#run({ 'rules.yml': rules }, [
      'check',
      'rules',
      '--lint-fatal',
      'rules.yml',
    ]);
  }

  /** Plays stories to rules and answers what came otherwise; '' is nothing. */
  play(groups: RuleGroup[], stories: Story[]): string {
    const test = {
      rule_files: ['rules.yml'],
      evaluation_interval: '1m',
      // Groups need what the ones before record: without this the order is a matter of luck.
      group_eval_order: groups.map(({ name }) => name),
      tests: stories.map(story => ({
        name: story.name,
        interval: story.interval ?? '1m',
        input_series: Object.entries(story.series).map(([series, values]) => ({
          series,
          values,
        })),
        promql_expr_test: (story.expected ?? []).map(expectation),
        alert_rule_test: story.alerts ?? [],
      })),
    };
    return this.#run(
      { 'rules.yml': toPlainRules(groups), 'test.yml': stringify(test) },
      ['test', 'rules', 'test.yml'],
    );
  }

  #run(files: Record<string, string>, parameters: string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
    try {
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(folder, name), text);
      }
      const { status, stdout, stderr } = spawnSync('promtool', parameters, {
        cwd: folder,
        encoding: 'utf8',
      });
      return status === 0
        ? ''
        : `promtool ends with ${status}\n${stdout}${stderr}`;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Doubles are compared with a tolerance in PromQL, because promtool of 2.42 compares them to the last digit. */
function expectation([at, expression, value]: Expectation): object {
  if (value === undefined) {
    return { expr: expression, eval_time: at, exp_samples: [] };
  }
  return {
    expr: `sum(abs((${expression}) - ${value})) <= bool ${1e-6 * Math.max(1, Math.abs(value))}`,
    eval_time: at,
    exp_samples: [{ labels: '{}', value: 1 }],
  };
}
