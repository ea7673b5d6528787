"use strict";
// Everything is put on the page as text; what is said of an event is never read as markup, but for hovers, which escape it.
const DATA = JSON.parse(document.getElementById("data").textContent);
const EVENTS = new Map(DATA.events.map((event) => [event.id, event]));
const STEP = 200; // rows of the table
const NARROW = 700; // px
const $ = (id) => document.getElementById(id);
let shown = STEP, open = "";

function make(name, text, attributes = {}, ...children) {
  const element = Object.assign(document.createElement(name), attributes);
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\$/g, "&#36;");
}

function wrapped(text) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    if (lines[lines.length - 1].length + word.length > 46) lines.push("");
    lines[lines.length - 1] += `${word} `;
  }
  return lines.slice(0, 5).map(escaped).join("<br>");
}

const hover = (event) =>
  `${escaped(event.when)} · ${escaped(event.how)}<br><b>${wrapped(event.title)}</b><br>${wrapped(event.who)}<br>${escaped(DATA.types[event.type][0])}`;

for (const event of DATA.events) {
  const quotes = event.reports.flatMap((report) => [report.name, ...report.quote.map(([words]) => words)]);
  event.all = [event.title, event.text, event.who, ...event.facts.flat(), ...quotes].join(" ").toLowerCase();
}

function asked() {
  const number = (id) => ($(id).value ? Number($(id).value) : null);
  return {
    words: $("words").value.trim().toLowerCase(), actor: $("actor").value, type: $("type").value,
    since: number("since"), until: number("until"),
  };
}

function passing(want) {
  return DATA.events.filter(({ years: [first, last], ...event }) =>
    (!want.words || event.all.includes(want.words)) && (!want.actor || want.actor in event.actors) &&
    (!want.type || event.type === want.type) && (want.since === null || last === null || last >= want.since) &&
    (want.until === null || first === null || first <= want.until));
}

// Marks as the filter has them. Bars that count are those of all events, and have their own hovers.
function traces(whole, events) {
  const drawn = whole.data.filter((trace) => trace.customdata);
  if (DATA.counted) return drawn;
  const all = events.length === DATA.events.length, kept = new Set(events.map((event) => event.id));
  return drawn.map((trace) => {
    const keep = trace.customdata.map((id) => kept.has(id));
    const cutTrace = all ? trace : cut(trace, keep, keep.length);
    return trace.hovertemplate ? { ...cutTrace, hovertext: cutTrace.customdata.map((id) => hover(EVENTS.get(id))) } : cutTrace;
  });
}

// A trace with the marks of these events alone: every list in it that has an entry for each mark is cut.
function cut(part, keep, size) {
  if (Array.isArray(part)) return part.length === size ? part.filter((_, place) => keep[place]) : part;
  if (part === null || typeof part !== "object") return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, cut(value, keep, size)]));
}

function figure(events, want) {
  const scheme = document.documentElement.dataset.scheme;
  const whole = DATA.figures[scheme][$("chart").clientWidth < NARROW ? "narrow" : "wide"];
  const layout = { ...whole.layout, height: DATA.height, dragmode: "zoom" };
  const edge = (year, month) => `${String(year).padStart(4, "0")}-${month}`;
  const range = [want.since === null ? whole.layout.xaxis.range[0] : edge(want.since, "01-01"), want.until === null ? whole.layout.xaxis.range[1] : edge(want.until, "12-31")];
  layout.xaxis = { ...whole.layout.xaxis, fixedrange: false, range };
  layout.modebar = { remove: ["lasso2d", "select2d"] };
  if (!DATA.counted && events.length < DATA.events.length) { // names that stand out, and counts, are those of the whole selection
    layout.annotations = layout.annotations.filter((note) => note.xref === "paper").map((note) => ({ ...note, text: note.text.replace(/<\/b>.*$/s, "</b>") }));
    layout.shapes = layout.shapes.filter((shape) => shape.xref === "paper");
  }
  return { data: traces(whole, events), layout };
}

function draw(events, want) {
  const { data, layout } = figure(events, want);
  window.Plotly.react("chart", data, layout, { displayModeBar: false, displaylogo: false, responsive: true });
}

function list(events) {
  const latest = [...events].sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
  $("rows").replaceChildren(...latest.slice(0, shown).map((event) => {
    const button = make("button", event.title, { type: "button", onclick: () => tell(event.id) });
    const [label, quad] = DATA.types[event.type];
    const row = make("tr", "", {}, make("td", event.when), make("td", "", {}, button), make("td", event.who),
      make("td", "", {}, make("i", "", { className: `dot quad-${quad}` }), label));
    row.dataset.event = event.id;
    row.setAttribute("aria-current", String(event.id === open));
    return row;
  }));
  $("more").hidden = latest.length <= shown;
}

function show() {
  const want = asked(), events = passing(want), total = DATA.events.length;
  const count = (n) => n.toLocaleString("en");
  $("count").textContent = events.length === total ? `${count(total)} events` : `${count(events.length)} of ${count(total)} events${DATA.counted ? "; the bars count all" : ""}`;
  list(events);
  draw(events, want);
}

function reported(report) {
  const quote = report.quote.length ? [make("blockquote", "", {}, ...report.quote.map(([words, kind]) => make(kind ? "mark" : "span", words, { className: kind })))] : [];
  const name = report.url ? make("a", report.name, { href: report.url, target: "_blank", rel: "noopener noreferrer" }) : make("span", report.name);
  const dated = report.dated ? [make("p", report.dated, { className: "source muted" })] : [];
  return make("li", "", {}, ...quote, ...dated, make("p", "", { className: "source" }, make("b", "", {}, name), make("span", report.day, { className: "muted" })));
}

function tell(id) {
  const event = EVENTS.get(id), panel = $("evidence");
  open = event ? id : "";
  panel.hidden = !event;
  document.querySelector(".columns").classList.toggle("open", Boolean(event));
  for (const row of document.querySelectorAll("#rows tr")) row.setAttribute("aria-current", String(row.dataset.event === open));
  history.replaceState(null, "", open ? `#event=${encodeURIComponent(open)}` : "#");
  if (event) {
    const close = make("button", "Close", { type: "button", onclick: () => tell("") });
    panel.replaceChildren(
      make("div", "", { className: "head" }, make("span", "Evidence", { className: "muted" }), close),
      make("p", event.when, { className: "when" }, make("span", event.how)),
      make("h2", event.title), make("p", event.text, { className: "text" }),
      make("ul", "", { className: "badges" }, ...[DATA.types[event.type][0], ...event.badges].map((words) => make("li", words))),
      make("dl", "", {}, ...event.facts.map(([label, words]) => make("div", "", {}, make("dt", label), make("dd", words)))),
      make("h3", event.reports.length === 1 ? "One report" : `${event.reports.length} reports`),
      make("ul", "", {}, ...event.reports.map(reported)),
    );
    panel.scrollTop = 0;
  }
  window.Plotly.Plots.resize("chart");
}

// The years of a bar, "?since=2022-04&until=2022-06", become those of the filter.
function closer(query) {
  for (const [id, day] of new URLSearchParams(query)) $(id).value = parseInt(day, 10);
  shown = STEP;
  show();
}

function paint(scheme) {
  document.documentElement.dataset.scheme = scheme;
  $("scheme").textContent = scheme === "dark" ? "Light" : "Dark";
}

function choices() {
  const counts = new Map(), names = {};
  for (const event of DATA.events) {
    for (const [code, name] of Object.entries(event.actors)) { counts.set(code, (counts.get(code) || 0) + 1); names[code] ??= name; }
  }
  const actors = [...counts].sort((one, other) => other[1] - one[1]);
  $("actor").append(...actors.map(([code, n]) => make("option", `${names[code]} (${n})`, { value: code })));
  const types = Object.keys(DATA.types).filter((type) => DATA.events.some((event) => event.type === type));
  $("type").append(...types.map((type) => make("option", DATA.types[type][0], { value: type })));
  const years = DATA.events.flatMap((event) => event.years).filter((year) => year !== null);
  if (years.length) [$("since").placeholder, $("until").placeholder] = [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))];
  $("about").replaceChildren(...DATA.about.map(([label, words]) => make("p", `${label}: ${words}`)));
}

paint(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
choices();
show();
$("chart").on("plotly_click", ({ points }) => (DATA.counted ? closer : tell)(points[0].customdata));
let timer = 0;
const later = () => { clearTimeout(timer); timer = setTimeout(() => { shown = STEP; show(); }, 120); };
$("filters").addEventListener("input", later);
$("filters").addEventListener("reset", later);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("more").addEventListener("click", () => { shown += STEP; list(passing(asked())); });
$("scheme").addEventListener("click", () => { paint(document.documentElement.dataset.scheme === "dark" ? "light" : "dark"); show(); });
document.addEventListener("keydown", (key) => { if (key.key === "Escape" && open) tell(""); });
let narrow = innerWidth < NARROW;
addEventListener("resize", () => { if (narrow !== innerWidth < NARROW) { narrow = !narrow; show(); } });
const linked = new URLSearchParams(location.hash.slice(1)).get("event");
if (linked && EVENTS.has(linked)) tell(linked);
