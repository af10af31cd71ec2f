// Feeds every shape and token library of unpacked Penpot archives to Penpot's own schemas, which its
// npm package brings along. The importer refuses a whole archive for one shape that fails.
//
//   node check.mjs FOLDER...
//
// Prints one line for each archive and ends with 1 if anything was refused.
import fs from "node:fs";
import path from "node:path";
import * as penpot from "@penpot/library";

// What addBoard does not take of other shapes; none of it is what tokens change.
const NOT_OF_BOARDS = [
  "type",
  "shapes",
  "parentId",
  "frameId",
  "content",
  "positionData",
  "metadata",
  "boolType",
];
const SHOWN_MAX = 5;

const check = (what, refused, action) => {
  try {
    action();
  } catch (error) {
    refused.push(`${what}: ${error.explain ?? error.message}`);
  }
};

const board = (shape) => {
  const fields = Object.fromEntries(
    Object.entries(shape).filter(([key, value]) => value !== null && !NOT_OF_BOARDS.includes(key)),
  );
  if (fields.x === undefined && shape.selrect) {
    const { x, y, width, height } = shape.selrect;
    Object.assign(fields, { x, y, width, height });
  }
  return fields;
};

const textNodes = (node) => [node, ...(node.children ?? []).flatMap(textNodes)];

const TEXTS = ["fontFamily", "fontSize", "fontStyle", "fontWeight", "textDecoration", "textTransform"];

const checkText = (shape) => {
  for (const node of textNodes(shape.content)) {
    for (const key of TEXTS) {
      if (key in node && (typeof node[key] !== "string" || node[key] === "")) {
        throw new Error(`content: ${key} is ${JSON.stringify(node[key])}`);
      }
    }
  }
};

const entries = (folder) =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.split(path.sep).join("/"));

let failed = false;
for (const folder of process.argv.slice(2)) {
  const context = penpot.createBuildContext();
  context.addFile({ name: "check" });
  context.addPage({ name: "check" });
  const refused = [];
  let shapes = 0;
  let libraries = 0;
  for (const name of entries(folder)) {
    const read = () => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
    if (/^files\/[^/]+\/tokens\.json$/.test(name)) {
      libraries++;
      check(name, refused, () => context.addTokensLib(read()));
    } else if (/^files\/[^/]+\/pages\/[^/]+\/[^/]+\.json$/.test(name)) {
      shapes++;
      check(name, refused, () => {
        const shape = read();
        if (shape.id !== path.basename(name, ".json")) {
          throw new Error(`the id inside is ${shape.id}`);
        }
        context.addBoard(board(shape));
        context.closeBoard();
        if (shape.type === "text" && shape.content) {
          checkText(shape);
        }
      });
    }
  }
  console.log(`${folder}: ${shapes} shapes, ${libraries} token libraries, ${refused.length} refused`);
  refused.slice(0, SHOWN_MAX).forEach((line) => console.log(`  ${line}`));
  failed ||= refused.length > 0;
}
process.exit(failed ? 1 : 0);
