// Usage: set-image.mjs FILE IMAGE TAG WORKLOAD REPLICAS
// Sets newTag of one images entry, and the count of the workload where it is still zero. Works on lines, so that
// comments, quotes and order of the file stay as they are.
import { readFileSync, writeFileSync } from 'node:fs';

const [file, image, tag, workload, replicas] = process.argv.slice(2);
if (!/^[0-9a-f]{40}$/.test(tag)) fail(`"${tag}" is not a full commit SHA`);
if (!/^[1-9]\d{0,3}$/.test(replicas)) fail(`"${replicas}" is not a number of replicas`);

const lines = readFileSync(file, 'utf8').split('\n');

const imageEntry = entryOf('images', image);
if (!imageEntry) fail(`${file} has no images entry named ${image}`);
const tagLine = imageEntry.find(index => /^[\s-]*newTag:/.test(lines[index]));
if (tagLine === undefined) fail(`the entry ${image} of ${file} has no newTag`);
set(tagLine, 'newTag', `"${tag}"`);
// A digest wins over the tag, so the old one must not stay.
const digestLine = imageEntry.find(index => /^\s+digest:/.test(lines[index]));

const countLine = entryOf('replicas', workload)?.find(index =>
  /^[\s-]*count:\s*0\s*(#.*)?\r?$/.test(lines[index]),
);
if (countLine !== undefined) set(countLine, 'count', replicas);
if (digestLine !== undefined) lines.splice(digestLine, 1);

writeFileSync(file, lines.join('\n'));

/** Indexes of the lines of the entry with this name in a top-level list. */
function entryOf(list, name) {
  const start = lines.findIndex(line => new RegExp(`^${list}:\\s*(#.*)?\\r?$`).test(line));
  if (start < 0) return undefined;
  let entry = [];
  const entries = [];
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (/^[^\s#-]/.test(line)) break;
    if (/^\s*-\s/.test(line)) {
      entry = [];
      entries.push(entry);
    }
    entry.push(index);
  }
  const named = indexes =>
    indexes.some(index => {
      const match = lines[index].match(/^[\s-]*name:\s*["']?([^"'\s#]+)["']?\s*(#.*)?$/);
      return match?.[1] === name;
    });
  return entries.find(named);
}

function set(index, key, value) {
  lines[index] = lines[index].replace(
    new RegExp(`(\\b${key}:\\s*)("[^"]*"|'[^']*'|[^\\s#]+)`),
    (_all, start) => start + value,
  );
}

function fail(reason) {
  console.error(`::error::${reason}`);
  process.exit(1);
}
