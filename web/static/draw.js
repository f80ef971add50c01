// Draws messages: bubbles, choices, links.
import { drawCard } from "./cards.js";
import { element } from "./element.js";

const SOURCE = /^依据[：:]/;

export function drawMessage(message, { pick, leave, again }) {
  const turn = element("div", message.mine ? "turn mine" : "turn");
  if (message.text) turn.append(drawBubble(message));
  if (message.card) turn.append(drawCard(message.card));
  if (message.link) turn.append(drawLink(message.link, leave));
  if (message.choices?.length) turn.append(drawChoices(message, pick));
  if (message.state === "failed") {
    const button = element("button", "again", "没有发出去，点这里再发一次");
    button.type = "button";
    button.addEventListener("click", () => again(message));
    turn.append(button);
  }
  return turn;
}

// The clause an answer rests on stands apart, smaller.
function drawBubble(message) {
  const bubble = element("div", "bubble");
  if (message.mine) {
    bubble.textContent = message.text;
    return bubble;
  }
  const lines = message.text.split("\n");
  const place = lines.findIndex((line) => SOURCE.test(line));
  const said = place > 0 ? lines.slice(0, place) : lines;
  bubble.append(element("p", "", said.join("\n")));
  if (place > 0) bubble.append(element("p", "source", lines.slice(place).join("\n")));
  return bubble;
}

function drawChoices(message, pick) {
  const group = element("div", "choices");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "选项");
  group.dataset.titles = message.choices.map((choice) => choice.title).join("\n");
  for (const choice of message.choices) {
    const button = element("button", "choice", choice.title);
    button.type = "button";
    button.classList.toggle("picked", choice.title === message.picked);
    button.addEventListener("click", () => {
      button.classList.add("picked");
      pick(message, choice);
    });
    group.append(button);
  }
  return group;
}

// Choices of an earlier question can be read but no longer picked; a question asked again shows them once.
export function retireChoices(messages, next) {
  const asked = next?.map((choice) => choice.title).join("\n");
  for (const group of messages.querySelectorAll(".choices")) {
    if (group.dataset.titles === asked) group.remove();
    else for (const button of group.children) button.disabled = true;
  }
}

function drawLink(link, leave) {
  const anchor = element("a", "button go", link.title);
  if (/^https?:/.test(link.url)) anchor.href = link.url;
  anchor.addEventListener("click", leave);
  return anchor;
}
