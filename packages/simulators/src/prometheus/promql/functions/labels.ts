import { Call } from '../ast';
import { EvaluationContext } from '../context';
import { PromqlExecutionError } from '../errors';
import { withLabels } from '../labels';
import { mergeSeries } from '../mergeSeries';
import { compileAnchored } from '../regularExpression';
import { StringValue, Value, VectorSeries, VectorValue } from '../values';

const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

function parametersOf(
  call: Call,
  context: EvaluationContext,
): [VectorSeries[], string[]] {
  const [vector, ...texts] = call.parameters.map(parameter =>
    context.evaluate(parameter, context),
  );
  return [
    (vector as VectorValue).series,
    texts.map(text => (text as StringValue).value),
  ];
}

function checkLabelName(call: Call, name: string, role: string): void {
  if (!LABEL_NAME.test(name)) {
    throw new PromqlExecutionError(
      `invalid ${role} label name in ${call.name}(): ${name}`,
    );
  }
}

/** `label_replace(v, target, replacement, source, pattern)`. */
export function labelReplace(call: Call, context: EvaluationContext): Value {
  const [series, texts] = parametersOf(call, context);
  const [target, replacement, source, pattern] = texts;
  checkLabelName(call, target, 'destination');
  const expression = compilePattern(pattern);
  return mergeSeries(
    series.map(one => {
      const match = expression.exec(one.labels.get(source) ?? '');
      if (!match) return one;
      const value = expand(replacement, match);
      return { ...one, labels: withLabels(one.labels, [[target, value]]) };
    }),
  );
}

function compilePattern(pattern: string): RegExp {
  try {
    return compileAnchored(pattern);
  } catch {
    throw new PromqlExecutionError(
      `invalid regular expression in label_replace(): ${pattern}`,
    );
  }
}

/** Go's template syntax: `$1`, `${1}`, `$name`, `${name}` and `$$`. The name is as long as it can be. */
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(
    /\$(?:\$|\{(\w+)\}|(\w+))/g,
    (whole, braced?: string, plain?: string) => {
      const name = braced ?? plain;
      if (name === undefined) return whole === '$$' ? '$' : whole;
      return (
        (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? ''
      );
    },
  );
}

/** `label_join(v, target, separator, source...)`. */
export function labelJoin(call: Call, context: EvaluationContext): Value {
  const [series, [target, separator, ...sources]] = parametersOf(call, context);
  checkLabelName(call, target, 'destination');
  for (const source of sources) checkLabelName(call, source, 'source');
  return mergeSeries(
    series.map(one => {
      const value = sources
        .map(source => one.labels.get(source) ?? '')
        .join(separator);
      return { ...one, labels: withLabels(one.labels, [[target, value]]) };
    }),
  );
}
