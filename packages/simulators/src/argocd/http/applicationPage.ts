import type { Application } from '../types';

/** The page of an application for a person: its state, its resources, and what was deployed when. */
export function applicationPage(application: Application): string {
  const { metadata, spec, status = {} } = application;
  const source = spec.source ?? spec.sources?.[0];
  const facts: [string, string][] = [
    ['Project', spec.project],
    ['Repository', source?.repoURL ?? ''],
    ['Path', source?.path ?? ''],
    ['Target revision', source?.targetRevision?.trim() ?? 'HEAD'],
    ['Revision', status.sync?.revision ?? ''],
    ['Namespace', spec.destination.namespace ?? ''],
    ['Last compared', status.reconciledAt ?? ''],
    ['Last operation', operationText(application)],
    ['Images', (status.summary?.images ?? []).join('\n')],
  ];
  const resources = (status.resources ?? []).map(resource => [
    [resource.group, resource.kind].filter(Boolean).join('/'),
    resource.namespace ?? '',
    resource.name,
    resource.status,
    resource.health?.status ?? '',
    resource.health?.message ?? '',
  ]);
  const history = [...(status.history ?? [])]
    .reverse()
    .map(entry => [
      String(entry.id),
      entry.deployedAt,
      entry.revision,
      entry.initiatedBy.automated
        ? 'automated'
        : (entry.initiatedBy.username ?? ''),
    ]);
  return page(
    metadata.name,
    `<h1>${escape(metadata.name)}</h1>
<p class="states"><span>${escape(status.sync?.status ?? 'Unknown')}</span> <span>${escape(status.health?.status ?? 'Unknown')}</span></p>
${(status.conditions ?? []).map(({ type, message }) => `<p class="condition"><strong>${escape(type)}</strong> ${escape(message)}</p>`).join('\n')}
<dl>${facts.map(([term, value]) => `<dt>${escape(term)}</dt><dd>${escape(value) || '-'}</dd>`).join('')}</dl>
<h2>Resources</h2>
${table(['Kind', 'Namespace', 'Name', 'Sync', 'Health', 'Message'], resources)}
<h2>History</h2>
${table(['Id', 'Deployed', 'Revision', 'By'], history)}`,
  );
}

/** The page that lists all applications. */
export function applicationsPage(applications: Application[]): string {
  const rows = applications
    .map(({ metadata, status = {} }) => {
      const path = [metadata.namespace!, metadata.name]
        .map(encodeURIComponent)
        .join('/');
      return `<tr><td><a href="/applications/${path}">${escape(metadata.name)}</a></td><td>${escape(status.sync?.status ?? 'Unknown')}</td><td>${escape(status.health?.status ?? 'Unknown')}</td></tr>`;
    })
    .join('\n');
  return page(
    'Applications',
    `<h1>Applications</h1><div class="wide"><table><thead><tr><th>Name</th><th>Sync</th><th>Health</th></tr></thead><tbody>${rows}</tbody></table></div>`,
  );
}

function operationText({ status }: Application): string {
  const state = status?.operationState;
  return state
    ? `${state.phase} ${state.finishedAt ?? state.startedAt}: ${state.message ?? ''}`
    : '';
}

function table(heads: string[], rows: string[][]): string {
  if (rows.length === 0) {
    return '<p>None.</p>';
  }
  const head = heads.map(each => `<th>${escape(each)}</th>`).join('');
  const body = rows
    .map(
      row => `<tr>${row.map(cell => `<td>${escape(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} - Argo CD</title>
<style>
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.states span { border: 1px solid currentColor; border-radius: 1rem; padding: .1rem .7rem; margin-right: .3rem; }
.condition { border-left: 3px solid; padding-left: .7rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; }
dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); vertical-align: top; }
th { font-weight: 600; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, character => entities[character]);
}
