// Reads the workflow that an export has with GitHub's own parser, and sees that it refuses wrong ones.
//
//   node check_workflow.mjs MODULES WORKFLOW [READ...]
//
// Of the workflows READ only mistakes are reported.
// MODULES has the node_modules of grader/page/browser/package.json, with @actions/workflow-parser.
import { readFileSync } from "node:fs";
import { register } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, workflow, ...others] = process.argv.slice(2).map((path) => resolve(path));
register("./hooks.mjs", import.meta.url);
const parser = pathToFileURL(join(modules, "node_modules/@actions/workflow-parser/dist/index.js"));
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(parser);

async function mistakes(content) {
  const read = parseWorkflow({ name: "grade.yml", content }, new NoOperationTraceWriter());
  if (read.value) await convertWorkflowTemplate(read.context, read.value);
  return read.context.errors.getErrors().map((error) => error.message);
}

const text = readFileSync(workflow, "utf8").replaceAll(/^\s*#(each-lab|end)\n/gm, "")
  .replaceAll("@ID@", "01").replaceAll("@LAB@", "01-primes");
let wrong = false;
for (const mistake of await mistakes(text)) {
  console.log(mistake);
  wrong = true;
}
for (const other of others) {
  for (const mistake of await mistakes(readFileSync(other, "utf8"))) {
    console.log(`${other}: ${mistake}`);
    wrong = true;
  }
}
const spoilt = [["runs-on", "run-on"], ["contents: read", "contents: some"], ["vars.LOCKSTEP_REF", "var.LOCKSTEP_REF"],
  ["timeout-minutes: 30", "timeout-minutes: soon"], ["uses: actions/cache@v4", "use: actions/cache@v4"],
  ["push:", "pushed:"], ["== ''", "= ''"]];
for (const [right, put] of spoilt) {
  const found = text.includes(right) ? await mistakes(text.replace(right, put)) : [];
  if (found.length === 0) {
    console.log(`let through, or not tried: ${put}`);
    wrong = true;
  }
}
// What a job that runs others' code has to say, and what GitHub's parser does not ask for.
const asked = [/^permissions:\n  contents: read\n\n/m, /^concurrency:$/m, /^    timeout-minutes: \d+$/m];
for (const pattern of asked) {
  if (!pattern.test(text)) {
    console.log(`lacks ${pattern}`);
    wrong = true;
  }
}
for (const [, used] of text.matchAll(/uses: (.*)/g)) {
  if (!/^actions\/[a-z-]+@v\d+$/.test(used)) {
    console.log(`not of a version, or not GitHub's own: ${used}`);
    wrong = true;
  }
}
if (!wrong) console.log(`GitHub reads it; ${spoilt.length} wrong ones are refused`);
process.exitCode = wrong ? 1 : 0;
