// Shows what the server says. Everything that comes from outside is put in as text.

const byId = (id) => document.getElementById(id);
const number = (value) => new Intl.NumberFormat("en").format(value);
const SHOWN = [
  ["nodes", "nodes"],
  ["changed", "changed"],
  ["unchanged", "unchanged"],
  ["skipped", "skipped"],
  ["failed", "failed"],
  ["overrides", "left in instances"],
  ["values", "values"],
  ["written", "written"],
  ["errors", "not written"],
];

function count(value, one) {
  return `${number(value)} ${value === 1 ? one : `${one}s`}`;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function showRun(run) {
  const item = byId("run").content.firstElementChild.cloneNode(true);
  item.classList.add(run.state);
  item.querySelector(".file").textContent = run.file;
  item.querySelector(".badge").textContent = run.state;
  const kind = run.kind === "revert" ? `takes back ${run.of}` : run.dry ? "dry run" : "";
  item.querySelector(".kind").textContent = kind;
  const time = item.querySelector("time");
  time.dateTime = run.started;
  time.textContent = `${run.id} · ${new Date(run.started).toLocaleString()}`;
  const { counts } = run;
  const bar = item.querySelector("progress");
  const over = ["done", "cancelled"].includes(run.state);
  const all = Math.max(counts.candidates, counts.nodes);
  bar.value = all > 0 ? counts.nodes / all : 0;
  bar.setAttribute("aria-label", `${number(counts.nodes)} of ${number(all)} nodes`);
  bar.hidden = over;
  const list = item.querySelector("dl");
  for (const [key, label] of SHOWN) {
    if (counts[key] > 0 || key === "nodes" || key === "changed") {
      const pair = document.createElement("div");
      pair.append(element("dt", label), element("dd", number(counts[key])));
      list.append(pair);
    }
  }
  showProblems(item.querySelector("details"), run.problems ?? [], run.failure);
  if (run.kind === "apply" && !run.dry && over && counts.written > 0) {
    const hint = item.querySelector(".take-back");
    hint.hidden = false;
    hint.append("Take it back: ", element("code", `sluice figma revert ${run.id}`));
  }
  return item;
}

function showProblems(details, problems, failure) {
  const sum = problems.reduce((all, kind) => all + kind.count, 0);
  if (sum === 0 && !failure) {
    return;
  }
  details.hidden = false;
  details.querySelector("summary").textContent = failure
    ? `Stopped: ${failure}`
    : count(sum, "problem");
  const list = details.querySelector("ul");
  for (const kind of problems) {
    const item = document.createElement("li");
    item.append(element("b", kind.code), ` × ${number(kind.count)}`);
    const examples = document.createElement("ul");
    for (const example of kind.examples) {
      const where = [example.node, example.name].filter(Boolean).join(" ");
      const text = [example.what, example.why, example.help].filter(Boolean).join(" · ");
      examples.append(element("li", where ? `${where}: ${text}` : text));
    }
    item.append(examples);
    list.append(item);
  }
}

// What a person has opened stays open when the list is drawn anew.
function openOnes() {
  return new Set([...document.querySelectorAll(".run[data-id] details[open]")].map((one) => one.closest(".run").dataset.id));
}

function show(state) {
  byId("code").textContent = state.code;
  byId("tokens").textContent =
    state.tokens === undefined
      ? "Those in the file that is open."
      : `${count(state.tokens, "token")} in ${count(state.sets, "set")}, ${count(state.themes, "theme")}`;
  byId("themes").textContent = state.active?.length > 0 ? `Active: ${state.active.join(", ")}` : "";
  byId("problem").hidden = !state.problem;
  byId("problem").textContent = state.problem ?? "";
  byId("files").replaceChildren(...state.files.map((file) => element("li", file)));
  byId("no-files").hidden = state.files.length > 0;
  byId("no-runs").hidden = state.runs.length > 0;
  const open = openOnes();
  byId("runs").replaceChildren(
    ...state.runs.map((run) => {
      const item = showRun(run);
      item.dataset.id = run.id;
      item.querySelector("details").open = open.has(run.id);
      return item;
    }),
  );
}

byId("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(byId("code").textContent);
  byId("copy").textContent = "Copied";
  setTimeout(() => (byId("copy").textContent = "Copy"), 1500);
});

const events = new EventSource("/events");
events.onopen = () => (byId("connection").textContent = "connected");
events.onerror = () => (byId("connection").textContent = "the server is gone; waiting for it…");
events.onmessage = (event) => show(JSON.parse(event.data));
