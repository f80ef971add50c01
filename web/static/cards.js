// Draws cards. What a family wants to know first stays open, the reasons fold away.
import { element } from "./element.js";

// A decision's first rows: the papers to bring, the school. The rest says why.
const FIRST = 2;

export function drawCard(card) {
  const section = element("section", `card ${card.kind.replace(/[^a-z_-]/g, "")}`);
  section.setAttribute("aria-label", card.title);
  section.append(element("h2", "", card.title));
  const draw = { decision: drawDecision, timeline: drawTimeline }[card.kind] ?? drawRows;
  draw(section, card.rows);
  if (card.footer) section.append(element("footer", "", card.footer));
  return section;
}

function drawRows(section, rows) {
  const list = element("dl");
  for (const row of rows) list.append(drawRow(row));
  section.append(list);
}

function drawRow(row, className = "") {
  const line = element("div", `row ${className}`.trim());
  line.append(element("dt", "", row.label), element("dd", "", row.value));
  if (row.note) line.append(element("dd", "note", row.note));
  return line;
}

function drawDecision(section, rows) {
  const [papers] = rows;
  section.classList.add(papers?.tone === "good" ? "paperless" : "papers");
  drawRows(section, rows.slice(0, FIRST));
  const why = rows.slice(FIRST);
  if (why.length === 0) return;
  const folded = element("details");
  folded.append(element("summary", "", `为什么这样认定（${why.length}条依据）`));
  const list = element("dl");
  for (const row of why) list.append(drawRow(row, row.tone === "checked" ? "checked" : ""));
  folded.append(list);
  section.append(folded);
}

// What happened in one minute stands under one time; each child's case has a head.
function drawTimeline(section, rows) {
  const list = element("dl");
  let before = null;
  for (const row of rows) {
    const isMoment = /^\d/.test(row.label);
    if (isMoment && before?.label === row.label) {
      list.lastElementChild.append(element("dd", "", row.value));
    } else {
      list.append(drawRow(row, isMoment ? "moment" : row.label === "下一步" ? "next" : "case"));
    }
    before = row;
  }
  section.append(list);
}
