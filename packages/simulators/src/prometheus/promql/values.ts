import { Labels } from './labels';

/** One series of a result: a value for each moment of the evaluation where `present` is 1. */
export interface VectorSeries {
  readonly labels: Labels;
  readonly values: Float64Array;
  readonly present: Uint8Array;
}

export interface VectorValue {
  readonly kind: 'vector';
  readonly series: VectorSeries[];
}

export interface ScalarValue {
  readonly kind: 'scalar';
  readonly values: Float64Array;
}

export interface StringValue {
  readonly kind: 'string';
  readonly value: string;
}

export type Value = VectorValue | ScalarValue | StringValue;

/** A series with nothing in it yet. */
export function emptySeries(labels: Labels, length: number): VectorSeries {
  return {
    labels,
    values: new Float64Array(length),
    present: new Uint8Array(length),
  };
}

export function scalarOf(value: number, length: number): ScalarValue {
  return { kind: 'scalar', values: new Float64Array(length).fill(value) };
}

export function isEmpty(series: VectorSeries): boolean {
  return !series.present.includes(1);
}

export function vectorOf(series: VectorSeries[]): VectorValue {
  return { kind: 'vector', series: series.filter(one => !isEmpty(one)) };
}
