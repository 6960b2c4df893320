import { RequestHandler } from 'express';
import { formatValue, instantQuery, parsePromql, printLabels } from '../promql';
import { parameter } from './parameters';
import { PrometheusParts } from './PrometheusParts';
import { now } from './queryRoutes';

/** Rows that a page shows at most. */
const MOST_ROWS = 500;

/** Where links with a query lead: the query and its result now, on a plain page. */
export function graphPage(parts: PrometheusParts): RequestHandler {
  return (request, response) => {
    const query = parameter(request, 'g0.expr') ?? '';
    response.type('html').send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Prometheus simulator</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}textarea{width:100%;font:14px monospace}td{padding:.2rem 1rem .2rem 0;font:13px monospace;vertical-align:top;word-break:break-word}</style>
<h1>Prometheus simulator</h1>
<form><label for="expression">Expression</label><textarea id="expression" name="g0.expr" rows="4">${escape(query)}</textarea><button>Execute</button></form>
${query ? resultOf(parts, query) : ''}</html>`,
    );
  };
}

function resultOf(parts: PrometheusParts, query: string): string {
  try {
    const time = now(parts);
    const result = instantQuery(
      parsePromql(query),
      parts.source,
      time,
      parts.engine,
    );
    if (result.type === 'string') return `<p>${escape(result.value)}</p>`;
    if (result.type === 'scalar')
      return table([['scalar', formatValue(result.point[1])]]);
    const rows =
      result.type === 'vector'
        ? result.series.map(({ labels, point }) => [
            printLabels(labels),
            formatValue(point[1]),
          ])
        : result.series.map(({ labels, points }) => [
            printLabels(labels),
            `${points.length} samples`,
          ]);
    return rows.length === 0 ? '<p>Empty query result</p>' : table(rows);
  } catch (error) {
    return `<p role="alert">${escape((error as Error).message)}</p>`;
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const shown = rows
    .slice(0, MOST_ROWS)
    .map(
      ([series, value]) =>
        `<tr><td>${escape(series)}</td><td>${escape(value)}</td></tr>`,
    );
  const rest = rows.length - shown.length;
  return `<table>${shown.join('')}</table>${rest > 0 ? `<p>and ${rest} more</p>` : ''}`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
