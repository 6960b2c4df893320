import type { Router } from 'express';
import type { WorkflowJob, WorkflowRun } from '../../world/types';
import type { GithubContext } from '../context';
import { encodePath } from '../Links';
import { html, Html } from './html';
import { sendPage } from './layout';
import { onPage, sendMissing, type PageCall } from './PageCall';
import { ago, commitLink, empty, runState } from './parts';

/** Runs shown in the list. */
const MAX_RUNS = 100;

/** The workflow runs of a repository, and one of them with its jobs and steps. */
export function addActionPages(router: Router, context: GithubContext): void {
  const base = '/:owner/:repo/actions';
  router.get(
    base,
    onPage(context, async call => sendRuns(context, call)),
  );
  router.get(
    [`${base}/runs/:id(\\d+)`, `${base}/runs/:id(\\d+)/job/:job`],
    onPage(context, async call => sendRun(context, call)),
  );
}

function sendRuns(
  { runs, world }: GithubContext,
  { repository, base, response }: PageCall,
): void {
  const shown = runs.list(repository).slice(0, MAX_RUNS);
  sendPage(response, {
    title: `Actions of ${repository}`,
    repository,
    tab: 'Actions',
    running: shown.some(({ status }) => status !== 'completed'),
    content: html`<h1>Workflow runs</h1>
      ${shown.length === 0 &&
      empty(
        'No workflow has run yet. A push to a branch starts those that name it.',
      )}
      ${shown.length > 0 &&
      html`<div class="panel">
        ${shown.map(
          run =>
            html`<div class="row">
              ${runState(run.status, run.conclusion)}
              <a class="grow" href="${base}/actions/runs/${run.id}"
                >${run.title}</a
              >
              <span class="soft">${run.name} #${run.runNumber}</span>
              <span class="mono">${run.branch}</span>
              <span class="soft">${ago(world.clock, run.createdAt)}</span>
            </div>`,
        )}
      </div>`}`,
  });
}

function sendRun(
  { runs, world }: GithubContext,
  { repository, base, response, param }: PageCall,
): void {
  const run = runs.find(repository, Number(param('id')));
  if (!run) {
    sendMissing(response, `There is no run ${param('id')}.`, repository);
    return;
  }
  sendPage(response, {
    title: `${run.title} · ${run.name} #${run.runNumber}`,
    repository,
    tab: 'Actions',
    running: run.status !== 'completed',
    content: html`<h1>
        ${run.title} <span class="soft">#${run.runNumber}</span>
      </h1>
      <p>
        ${runState(run.status, run.conclusion)} ${renderOrigin(base, run)}
        <span class="soft">${ago(world.clock, run.createdAt)}</span>
      </p>
      ${run.jobs.map(renderJob)}
      ${run.jobs.length === 0 && empty('Its jobs have not started yet.')}`,
  });
}

function renderOrigin(base: string, run: WorkflowRun): Html {
  return html`<a href="${base}/blob/${run.sha}/${encodePath(run.path)}"
      >${run.name}</a
    >, ${run.event} of ${commitLink(base, run.sha)} on
    <span class="mono">${run.branch}</span> by ${run.actor}`;
}

function renderJob(job: WorkflowJob): Html {
  return html`<h2>${job.name} ${runState(job.status, job.conclusion)}</h2>
    <div class="panel">
      ${job.steps.map(
        step =>
          html`<div class="row">
            <span class="soft">${step.number}</span>
            ${runState(step.status, step.conclusion)}
            <span class="grow"
              >${step.name}${step.message &&
              html`<span
                class="body mono soft"
                style="display:block;padding:4px 0 0"
                >${step.message}</span
              >`}</span
            >
          </div>`,
      )}
      ${job.steps.length === 0 &&
      html`<div class="row soft">No steps yet.</div>`}
    </div>`;
}
