/** A value as Prometheus says it, in a form that JSON keeps: what is no number is a word. */
export type Measured = number | 'NaN' | '+Inf' | '-Inf';

export function toMeasured(value: number): Measured {
  if (Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

export function fromMeasured(value: Measured): number {
  switch (value) {
    case 'NaN':
      return NaN;
    case '+Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default:
      return value;
  }
}
