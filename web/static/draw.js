// Draws messages. Everything is put in as text, nothing as markup.
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// `last` says whether the choices can still be picked.
export function drawMessage(message, { last, pick, leave, again }) {
  const turn = element("div", message.mine ? "turn mine" : "turn");
  if (message.text) turn.append(element("div", "bubble", message.text));
  if (message.card) turn.append(drawCard(message.card));
  if (message.link) turn.append(drawLink(message.link, leave));
  if (last && message.choices?.length) turn.append(drawChoices(message.choices, pick));
  if (message.state === "failed") {
    const button = element("button", "again", "没有发出去，点这里再发一次");
    button.type = "button";
    button.addEventListener("click", () => again(message));
    turn.append(button);
  }
  return turn;
}

function drawChoices(choices, pick) {
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "选项");
  for (const choice of choices) {
    const button = element("button", "choice", choice.title);
    button.type = "button";
    button.addEventListener("click", () => pick(choice));
    group.append(button);
  }
  return group;
}

function drawCard(card) {
  const section = element("section", `card ${card.kind.replace(/[^a-z_-]/g, "")}`);
  section.setAttribute("aria-label", card.title);
  section.append(element("h2", "", card.title));
  const list = element("dl");
  for (const row of card.rows) {
    const line = element("div", "row");
    line.append(element("dt", "", row.label), element("dd", "", row.value));
    if (row.note) line.append(element("dd", "note", row.note));
    list.append(line);
  }
  section.append(list);
  if (card.footer) section.append(element("footer", "", card.footer));
  return section;
}

function drawLink(link, leave) {
  const anchor = element("a", "button go", link.title);
  if (/^https?:/.test(link.url)) anchor.href = link.url;
  anchor.addEventListener("click", leave);
  return anchor;
}
