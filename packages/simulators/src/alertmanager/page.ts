import { GettableAlert } from './gettableAlerts';

/** What is firing, on a plain page for a person. */
export function alertsPage(alerts: readonly GettableAlert[]): string {
  const rows = alerts.map(({ labels, annotations, status, startsAt }) =>
    row([
      labels.alertname ?? '',
      annotations.summary ?? annotations.title ?? '',
      status.state,
      startsAt,
    ]),
  );
  const list =
    rows.length > 0 ? `<table>${rows.join('')}</table>` : '<p>No alerts.</p>';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Alertmanager simulator</title>
<style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}td{padding:.2rem 1rem .2rem 0;vertical-align:top}</style>
<h1>Alertmanager simulator</h1>${list}</html>`;
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map(cell => `<td>${escape(cell)}</td>`).join('')}</tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
