// Sets values on the nodes of a document: node apply.mjs DOCUMENT CHANGES OUTPUT
//
// CHANGES is a change set, one line for each node; its values are set as they are, nothing is worked
// out here. The whole document is held, as a script for this job usually does.
import { readFileSync, writeFileSync } from 'node:fs';

const [documentFile, changesFile, outputFile] = process.argv.slice(2);
const document = JSON.parse(readFileSync(documentFile, 'utf8'));
const changesByNode = new Map();
for (const line of readFileSync(changesFile, 'utf8').split('\n')) {
  if (line !== '') {
    const { node, changes } = JSON.parse(line);
    changesByNode.set(node, changes);
  }
}

function set(node, { property, after }) {
  const path = property.split('.');
  const last = path.pop();
  let target = node;
  for (const name of path) {
    target = target[name] ??= {};
  }
  if (after === undefined) {
    delete target[last];
  } else {
    target[last] = after;
  }
}

function walk(node) {
  changesByNode.get(node.id)?.forEach((change) => set(node, change));
  node.children?.forEach(walk);
}

walk(document.document);
writeFileSync(outputFile, JSON.stringify(document));
